package dev.connections.oauth.internal.definition;

import java.util.stream.Stream;

/**
 * How tokens are first obtained.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-1.3">RFC 6749, section 1.3</a>
 */
public enum GrantType {
    AUTHORIZATION_CODE("authorization_code"),
    CLIENT_CREDENTIALS("client_credentials");

    private final String code;

    GrantType(String code) {
        this.code = code;
    }

    /** Returns the value of {@code grant_type}. */
    public String code() {
        return code;
    }

    static GrantType of(String code) {
        return Stream.of(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Wrong.definition(
                        "service_malformed",
                        "the grant \"" + code + "\" is not known; use authorization_code or client_credentials"));
    }
}
