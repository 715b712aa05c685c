package dev.connections.oauth.internal.flow;

import dev.connections.oauth.internal.definition.ErrorMeaning;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out that an error is about a redirect URI which is not registered. RFC 6749 has no code for it, so services say it under
 * any other one, and mean it by their description.
 */
final class RedirectBlame {
    /** Codes that something else could be behind; an error of no known code is looked at too. */
    private static final Set<ErrorMeaning> COVERS = EnumSet.of(
            ErrorMeaning.INVALID_GRANT,
            ErrorMeaning.INVALID_REQUEST,
            ErrorMeaning.INVALID_CLIENT,
            ErrorMeaning.UNAUTHORIZED_CLIENT,
            ErrorMeaning.ACCESS_DENIED);

    /**
     * What descriptions call it, without the signs between words. Not "redirection URI": many servers answer every
     * invalid_grant with the sentence of RFC 6749, section 5.2, which lists that among all other causes.
     */
    private static final List<String> NAMES = List.of(
            "redirecturi",
            "redirecturl",
            "callbackuri",
            "callbackurl",
            "replyurl", // Entra, before 2020
            "replyaddress",
            "aadsts50011"); // and 500112 to 500117: Entra's error codes, read 2026-11-20

    private RedirectBlame() {}

    static boolean in(Optional<ErrorMeaning> meaning, ServerError error) {
        if (meaning.filter(known -> !COVERS.contains(known)).isPresent()) {
            return false;
        }
        String words = error.description().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return NAMES.stream().anyMatch(words::contains);
    }
}
