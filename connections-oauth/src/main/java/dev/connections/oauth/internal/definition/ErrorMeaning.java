package dev.connections.oauth.internal.definition;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an error code means for who must act.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, sections 4.1.2.1 and 5.2</a>
 */
public enum ErrorMeaning {
    INVALID_GRANT("invalid_grant"),
    INVALID_CLIENT("invalid_client"),
    INVALID_REQUEST("invalid_request"),
    INVALID_SCOPE("invalid_scope"),
    UNAUTHORIZED_CLIENT("unauthorized_client"),
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type"),
    UNSUPPORTED_RESPONSE_TYPE("unsupported_response_type"),
    /** RFC 8707, section 2, and RFC 8693, section 2.2.2. */
    INVALID_TARGET("invalid_target"),
    /** RFC 7009, section 2.2.1. */
    UNSUPPORTED_TOKEN_TYPE("unsupported_token_type"),
    /** This and the next two: RFC 9101, section 7. */
    INVALID_REQUEST_URI("invalid_request_uri"),
    INVALID_REQUEST_OBJECT("invalid_request_object"),
    REQUEST_NOT_SUPPORTED("request_not_supported"),
    /** This and the next three: OpenID Connect Core, section 3.1.2.6. */
    LOGIN_REQUIRED("login_required"),
    CONSENT_REQUIRED("consent_required"),
    INTERACTION_REQUIRED("interaction_required"),
    ACCOUNT_SELECTION_REQUIRED("account_selection_required"),
    ACCESS_DENIED("access_denied"),
    SERVER_ERROR("server_error"),
    TEMPORARILY_UNAVAILABLE("temporarily_unavailable"),
    /** No code of the standard, but what half of all first connections fail with. */
    REDIRECT_URI_MISMATCH("redirect_uri_mismatch");

    private static final Map<String, ErrorMeaning> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ErrorMeaning::code, each -> each));

    private static final Map<String, ErrorMeaning> DIALECTS = Map.ofEntries(
            Map.entry("invalid_redirect_uri", REDIRECT_URI_MISMATCH),
            Map.entry("bad_redirect_uri", REDIRECT_URI_MISMATCH),
            Map.entry("invalid_request_redirect_uri", REDIRECT_URI_MISMATCH), // early drafts of OpenID Connect
            Map.entry("invalid_client_id", INVALID_CLIENT),
            Map.entry("invalid_client_secret", INVALID_CLIENT),
            Map.entry("bad_client_secret", INVALID_CLIENT),
            Map.entry("incorrect_client_credentials", INVALID_CLIENT),
            Map.entry("unauthorized_scope", INVALID_SCOPE),
            Map.entry("slow_down", TEMPORARILY_UNAVAILABLE), // RFC 8628, section 3.5
            Map.entry("ratelimited", TEMPORARILY_UNAVAILABLE),
            Map.entry("rate_limit_exceeded", TEMPORARILY_UNAVAILABLE),
            Map.entry("too_many_requests", TEMPORARILY_UNAVAILABLE));

    private final String code;

    ErrorMeaning(String code) {
        this.code = code;
    }

    /** Returns the code as RFC 6749 writes it. */
    public String code() {
        return code;
    }

    /** Returns the meaning of a standard code. */
    public static Optional<ErrorMeaning> ofStandard(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /**
     * Returns the meaning of a standard code or of a dialect that several services speak. No dialect means
     * {@code invalid_grant}: ending a connection takes the standard's word or the definition's.
     */
    public static Optional<ErrorMeaning> ofDialect(String code) {
        return ofStandard(code).or(() -> Optional.ofNullable(DIALECTS.get(code)));
    }
}
