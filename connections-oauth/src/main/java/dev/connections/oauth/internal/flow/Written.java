package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.spi.AuthClient.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it is sent.
 *
 * @param call the request
 * @param computed what formulas made of secrets for it
 */
record Written(Call call, List<Secret> computed) {
    Written {
        computed = List.copyOf(computed);
    }

    /** Returns the same request with one more header. */
    Written withHeader(String name, Secret value) {
        return new Written(call.withHeader(name, value), computed);
    }

    /** Returns the same request with one more header, which a formula made. */
    Written computing(String name, Secret value, boolean ofSecrets) {
        var more = new ArrayList<>(computed);
        if (ofSecrets) {
            more.add(value);
        }
        return new Written(call.withHeader(name, value), more);
    }
}
