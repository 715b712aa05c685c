package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;

/** A code that went through a person's hands: they take along what stands around it. */
final class CopiedCode {
    private CopiedCode() {}

    static Secret of(Secret copied) {
        String code = copied.reveal().strip();
        if (code.isEmpty() || !Callback.isCode(code) || code.contains("://") || code.indexOf(' ') >= 0) {
            throw new ConnectionConfigurationException(
                    "code_malformed",
                    "what was pasted is not the code the service shows: it is empty, too long, an address or more than one"
                            + " word; copy the code alone and try again",
                    null);
        }
        return Secret.of(code);
    }
}
