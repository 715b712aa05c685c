package dev.connections.oauth.internal.definition;

import dev.connections.oauth.internal.dpop.ProofKey;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether tokens are bound to a key, and how its proofs are signed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
final class ProofFormat {
    static final String MEMBER = "dpop";
    private static final String ALGORITHM = "algorithm";

    private ProofFormat() {}

    static Document of(String algorithm) {
        return Document.EMPTY.with(ALGORITHM, algorithm);
    }

    static Optional<String> algorithm(Document document) {
        if (!document.has(MEMBER)) {
            return Optional.empty();
        }
        if (document.has("authorization_header")) {
            throw Wrong.option(
                    "withAuthorizationHeader", "withDpop sends its tokens as the standard says; leave one out");
        }
        String algorithm = document.object(MEMBER).text(ALGORITHM).orElse(ProofKey.DEFAULT_ALGORITHM);
        if (!ProofKey.ALGORITHMS.contains(algorithm)) {
            throw Wrong.definition(
                    "algorithm_unknown",
                    "proofs of possession cannot be signed with \"" + algorithm + "\"; use one of "
                            + String.join(", ", new TreeSet<>(ProofKey.ALGORITHMS)));
        }
        return Optional.of(algorithm);
    }
}
