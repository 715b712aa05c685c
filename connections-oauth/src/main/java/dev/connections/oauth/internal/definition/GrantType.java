package dev.connections.oauth.internal.definition;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How tokens are first obtained.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-1.3">RFC 6749, section 1.3</a>
 */
public enum GrantType {
    AUTHORIZATION_CODE("authorization_code"),
    CLIENT_CREDENTIALS("client_credentials"),
    DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code"),
    JWT_BEARER("urn:ietf:params:oauth:grant-type:jwt-bearer"),
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange"),
    PASSWORD("password");

    private final String code;

    GrantType(String code) {
        this.code = code;
    }

    /** Returns the value of {@code grant_type}. */
    public String code() {
        return code;
    }

    /** Tells whether the grant sends a browser to the authorization endpoint. */
    boolean redirects() {
        return this == AUTHORIZATION_CODE;
    }

    /** Tells whether tokens are renewed by asking as at first; else with a refresh token. */
    public boolean mints() {
        return this == CLIENT_CREDENTIALS || this == JWT_BEARER;
    }

    /** Returns the grant's name for messages. */
    String words() {
        return code.substring(code.lastIndexOf(':') + 1).replace('_', ' ').replace('-', ' ');
    }

    static GrantType of(String code) {
        return Stream.of(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Wrong.definition(
                        "service_malformed", "the grant \"" + code + "\" is not known; use one of " + codes()));
    }

    private static String codes() {
        return Stream.of(values()).map(GrantType::code).collect(Collectors.joining(", "));
    }
}
