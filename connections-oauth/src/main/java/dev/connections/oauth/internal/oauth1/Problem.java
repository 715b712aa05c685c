package dev.connections.oauth.internal.oauth1;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service says is wrong, in the words of the Problem Reporting extension. */
final class Problem {
    private static final Pattern CODE = Pattern.compile("oauth_problem=\"?([a-z_]{1,64})");

    /** A new request with another nonce will do. */
    private static final String NONCE_USED = "nonce_used";

    /** The request was wrong, and every other token would fare as badly. */
    private static final Set<String> OF_THE_REQUEST = Set.of(
            "additional_authorization_required",
            "consumer_key_refused",
            "consumer_key_rejected",
            "consumer_key_unknown",
            "parameter_absent",
            "parameter_rejected",
            "permission_denied",
            "signature_invalid",
            "signature_method_rejected",
            "timestamp_refused",
            "version_rejected");

    private Problem() {}

    /** Finds the code in a header or a body. */
    static Optional<String> in(String text) {
        Matcher found = CODE.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    static boolean isUsedNonce(String code) {
        return code.equals(NONCE_USED);
    }

    /** Tells whether the token itself may be as good as before. */
    static boolean sparesTheToken(String code) {
        return OF_THE_REQUEST.contains(code);
    }
}
