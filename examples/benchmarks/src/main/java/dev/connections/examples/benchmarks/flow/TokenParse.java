package dev.connections.examples.benchmarks.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import dev.connections.examples.benchmarks.Row;
import dev.connections.oauth.internal.definition.ResponseFormat;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.oauth.internal.response.TokenResponseReader;
import java.io.IOException;
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

/** The body of a token response, with all tolerance on, to tokens that are checked. */
@Row(number = "6", work = "token response parse", timesFloor = 1.5)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class TokenParse {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] body = LoopbackServer.TOKEN_RESPONSE.getBytes(UTF_8);
    private final Optional<String> contentType = Optional.of("application/json;charset=UTF-8");
    private final Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final TokenResponseReader reader = new TokenResponseReader(ResponseFormat.STANDARD, List.of());

    /** A Jackson tree; nothing is taken out of it, nothing is checked. */
    @Benchmark
    public JsonNode floor() throws IOException {
        return JSON.readTree(body);
    }

    /** The SDK's reader. */
    @Benchmark
    public TokenReading connections() {
        return reader.read(body, contentType, now);
    }

    /** Nimbus. */
    @Benchmark
    public AccessTokenResponse nimbus() throws ParseException {
        return AccessTokenResponse.parse(JSONObjectUtils.parse(new String(body, UTF_8)));
    }
}
