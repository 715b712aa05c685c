package dev.connections.examples.benchmarks.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import dev.connections.examples.benchmarks.Row;
import dev.connections.oauth.internal.definition.ResponseFormat;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.oauth.internal.response.TokenResponseReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A token response whose lifetime has a million digits. */
@Row(number = "6b", work = "token response with a hostile number of 1 MB", milliseconds = 200)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class HostileNumber {
    private static final int DIGITS = 1_000_000;

    private final byte[] body = ("{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":"
                    + "7".repeat(DIGITS) + "}")
            .getBytes(UTF_8);
    private final TokenResponseReader reader = new TokenResponseReader(ResponseFormat.STANDARD, List.of());

    /** The SDK's reader. */
    @Benchmark
    public TokenReading connections() {
        return reader.read(body, Optional.empty(), Instant.EPOCH);
    }

    /** Nimbus. */
    @Benchmark
    public AccessTokenResponse nimbus() throws ParseException {
        return AccessTokenResponse.parse(JSONObjectUtils.parse(new String(body, UTF_8)));
    }
}
