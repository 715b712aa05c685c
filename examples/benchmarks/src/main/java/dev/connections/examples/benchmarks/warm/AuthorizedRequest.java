package dev.connections.examples.benchmarks.warm;

import dev.connections.examples.benchmarks.Row;
import dev.connections.http.CredentialInterceptor;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What putting credentials on a request adds to OkHttp's own work; the last interceptor answers without a network. */
@Row(number = "4", work = "authorizing an OkHttp request through the interceptor", timesFloor = 1.25)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class AuthorizedRequest {
    private static final String LINK_NAME = "held";

    private final Fleet fleet = Fleet.of(LINK_NAME);
    private final Request request =
            new Request.Builder().url(Fleet.TARGET.toString()).build();
    private final OkHttpClient bareClient = client();
    private final OkHttpClient floorClient = client(new HandMade(
            new HeldToken("Bearer " + Fleet.token(LINK_NAME), System.currentTimeMillis() + Fleet.LIFETIME.toMillis())));
    private final OkHttpClient connectionsClient = client(CredentialInterceptor.of(fleet.get(LINK_NAME)));

    /** Adds the header of a token that has not expired, and looks at nothing else. */
    private static final class HandMade implements Interceptor {
        private volatile HeldToken held;

        HandMade(HeldToken held) {
            this.held = held;
        }

        @Override
        public Response intercept(Chain chain) throws IOException {
            String value = Objects.requireNonNull(held.valueAt(System.currentTimeMillis()), "it has expired");
            return chain.proceed(
                    chain.request().newBuilder().header("Authorization", value).build());
        }
    }

    private static OkHttpClient client(Interceptor... first) {
        var builder = new OkHttpClient.Builder();
        for (Interceptor each : first) {
            builder.addInterceptor(each);
        }
        return builder.addInterceptor(AuthorizedRequest::answer).build();
    }

    private static Response answer(Interceptor.Chain chain) {
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.EMPTY)
                .build();
    }

    /** The chain without anything added. */
    @Benchmark
    public Response bare() throws IOException {
        return bareClient.newCall(request).execute();
    }

    /** An interceptor by hand. */
    @Benchmark
    public Response floor() throws IOException {
        return floorClient.newCall(request).execute();
    }

    /** {@link CredentialInterceptor}. */
    @Benchmark
    public Response connections() throws IOException {
        return connectionsClient.newCall(request).execute();
    }

    @TearDown
    public void close() {
        fleet.close();
    }
}
