package dev.connections.internal;

import dev.connections.Authorization;
import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.internal.flow.FlowContext;
import dev.connections.internal.flow.PendingFlows;
import dev.connections.internal.flow.Scene;
import dev.connections.internal.record.PendingRecord;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.AccessPolicy.Operation;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the flow that a callback belongs to by its state, and lets it finish. */
final class Callbacks {
    private static final String STATE = "state";
    private static final int LONGEST_QUERY = 16 * 1024;

    private final Kernel kernel;
    private final Permission access;
    private final String tenant;
    private final Declarations declarations;

    Callbacks(Kernel kernel, Permission access, String tenant, Declarations declarations) {
        this.kernel = kernel;
        this.access = access;
        this.tenant = tenant;
        this.declarations = declarations;
    }

    Authorization complete(URI callback, String sessionState) {
        return flow(single(states(callback))).complete(callback, sessionState);
    }

    Authorization complete(Map<String, List<String>> parameters, String sessionState) {
        return flow(single(parameters.getOrDefault(STATE, List.of()))).complete(parameters, sessionState);
    }

    private static List<String> states(URI callback) {
        String query = callback.getRawQuery();
        if (query != null && query.length() > LONGEST_QUERY) {
            throw malformed("is longer than 16 KiB");
        }
        var states = new ArrayList<String>();
        for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
            if (parameter.startsWith(STATE + "=")) {
                states.add(decoded(parameter.substring(STATE.length() + 1)));
            }
        }
        return states;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("holds a state with a broken percent escape");
        }
    }

    private static String single(List<String> states) {
        if (states.size() > 1) {
            throw malformed("holds the parameter state twice");
        }
        if (states.isEmpty() || states.get(0).isEmpty()) {
            throw new ConnectionSecurityException(
                    "state_missing",
                    "the callback has no state, so it belongs to no flow that was begun here; begin again",
                    null);
        }
        return states.get(0);
    }

    private static ConnectionProtocolException malformed(String problem) {
        return new ConnectionProtocolException(
                "callback_malformed", "the callback " + problem + "; nothing was changed, begin again", null);
    }

    private RedirectFlow flow(String state) {
        PendingRecord pending = new PendingFlows(kernel.vault(), tenant).find(state);
        Defined<?> defined = declarations
                .find(pending.key().linkName())
                .orElseThrow(() -> new ConnectionSecurityException(
                        "flow_unknown", "the connection of this callback is gone; declare it and begin again", null));
        access.check(Operation.AUTHORIZE, defined.kind(), pending.key());
        return redirect(defined, pending);
    }

    private <F extends AuthorizationFlow> RedirectFlow redirect(Defined<F> defined, PendingRecord pending) {
        var scene = new Scene(kernel, defined, pending.key(), pending.purpose(), pending.actor());
        AuthorizationFlow flow = FlowContext.flow(scene, defined.value().service());
        if (flow instanceof RedirectFlow redirect) {
            return redirect;
        }
        throw new ConnectionSecurityException(
                "flow_unknown", "the connection of this callback no longer uses a redirect; begin again", null);
    }
}
