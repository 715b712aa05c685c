package dev.connections.internal.http;

import dev.connections.ConnectionProtocolException;
import dev.connections.spi.AuthClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Reads responses, at most 1 MiB of each after decompression. */
final class Replies {
    private static final long LIMIT = 1024 * 1024;

    private Replies() {}

    static AuthClient.Reply read(Call call, Response response) throws IOException {
        return new AuthClient.Reply(response.code(), headers(response), body(call, response.body()));
    }

    private static byte[] body(Call call, ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (body.contentLength() > LIMIT || source.request(LIMIT + 1)) {
            call.cancel(); // or closing would read on for a while, to save the connection
            throw new ConnectionProtocolException(
                    "response_too_large",
                    "the response of " + Origins.of(call.request().url()) + " is larger than " + LIMIT
                            + " bytes and was not read; check that the endpoint is the right one",
                    null);
        }
        return source.readByteArray();
    }

    private static Map<String, List<String>> headers(Response response) {
        Headers received = response.headers();
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 0; i < received.size(); i++) {
            headers.computeIfAbsent(received.name(i).toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(NoSecondTry.original(response, received.name(i), received.value(i)));
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        return headers;
    }
}
