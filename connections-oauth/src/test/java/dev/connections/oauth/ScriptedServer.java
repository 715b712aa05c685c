package dev.connections.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.ConnectionException;
import dev.connections.oauth.internal.wire.FormEncoding;
import dev.connections.spi.AuthClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server that answers what it was told to, in order, and keeps what it received. */
public final class ScriptedServer implements AuthClient {
    private final ArrayDeque<Object> script = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Call> guarded = new ArrayList<>();

    public ScriptedServer answering(int status, String contentType, String body) {
        return answering(status, Map.of("content-type", List.of(contentType)), body.getBytes(UTF_8));
    }

    public ScriptedServer answering(int status, Map<String, List<String>> headers, byte[] body) {
        script.add(new Reply(status, headers, body));
        return this;
    }

    public ScriptedServer json(int status, String body) {
        return answering(status, "application/json", body);
    }

    public ScriptedServer failing(ConnectionException failure) {
        script.add(failure);
        return this;
    }

    /** Returns all calls in order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Returns the calls that were kept to public addresses. */
    public List<Call> guardedCalls() {
        return List.copyOf(guarded);
    }

    public Call onlyCall() {
        if (calls.size() != 1) {
            throw new AssertionError("expected one call, but there were " + calls.size());
        }
        return calls.get(0);
    }

    /** Returns the form parameters of a call; a repeated one fails. */
    public static Map<String, String> form(Call call) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : call.body().orElseThrow().reveal().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String previous = parameters.put(
                    FormEncoding.decode(parts[0]).orElseThrow(),
                    FormEncoding.decode(parts[1]).orElseThrow());
            if (previous != null) {
                throw new AssertionError(parts[0] + " is sent twice");
            }
        }
        return parameters;
    }

    public static Map<String, String> headers(Call call) {
        var headers = new HashMap<String, String>();
        call.headers().forEach((name, value) -> headers.put(name, value.reveal()));
        return headers;
    }

    @Override
    public Reply send(Call call) {
        calls.add(call);
        Object next = script.poll();
        if (next == null) {
            throw new AssertionError("an unexpected call to " + call.uri());
        }
        if (next instanceof ConnectionException failure) {
            throw failure;
        }
        return (Reply) next;
    }

    @Override
    public AuthClient publicAddressesOnly() {
        ScriptedServer all = this;
        return new AuthClient() {
            @Override
            public Reply send(Call call) {
                guarded.add(call);
                return all.send(call);
            }

            @Override
            public AuthClient publicAddressesOnly() {
                return this;
            }
        };
    }
}
