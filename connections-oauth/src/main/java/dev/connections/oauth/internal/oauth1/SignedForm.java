package dev.connections.oauth.internal.oauth1;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.spi.OutgoingRequest;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a body that a signature covers: a form, and nothing of any other body.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.4.1.3.1">RFC 5849, section 3.4.1.3.1</a>
 */
final class SignedForm {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Methods whose body has no meaning of its own (RFC 9110, section 9.3): one is looked at only where it is seen. */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS", "TRACE");

    private SignedForm() {}

    /** Returns the form of a request, empty if it has none. */
    static String of(OutgoingRequest request) {
        boolean form = isForm(request.contentType());
        if (!form && WITHOUT_BODY.contains(request.method())) {
            return "";
        }
        Optional<byte[]> body = request.body(); // who does not know the body learns here that it is needed
        return form ? body.map(bytes -> new String(bytes, UTF_8)).orElse("") : "";
    }

    private static boolean isForm(Optional<String> contentType) {
        return contentType
                .map(type -> type.split(";", 2)[0].strip())
                .filter(FORM::equalsIgnoreCase)
                .isPresent();
    }
}
