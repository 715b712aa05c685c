package dev.connections.testing.internal.provider;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a provider wants and says. The defaults are RFC 6749's; a provider overrides where it differs. Immutable; what it
 * is asked is answered without a memory of its own.
 */
public abstract class Personality {
    private final String entry;

    Personality(String entry) {
        this.entry = entry;
    }

    /** How PKCE is treated. */
    public enum Pkce {
        /** A request without a challenge is refused. */
        REQUIRED,
        /** A challenge is verified where there is one. */
        TAKEN,
        /** Nobody looks at it. */
        IGNORED,
        /** A request with a challenge or a verifier is refused. */
        REFUSED
    }

    /** What a refresh token that was replaced is good for, once its grace is over. */
    public enum Former {
        /** It ends every token of the consent. */
        ENDS_ALL,
        /** It is refused, and nothing else happens. */
        REFUSED,
        /** It goes on working. */
        LIVES
    }

    /** Where the client's secret is wanted. */
    public enum Proof {
        /** In the {@code Authorization} header, and nowhere else. */
        BASIC,
        /** In the body, and nowhere else. */
        BODY,
        /** In one of both. */
        EITHER
    }

    /** How a token is ended. */
    public enum Revocation {
        /** RFC 7009 with an authenticated client. */
        STANDARD,
        /** RFC 7009, and the client need not authenticate. */
        OPEN,
        /** An empty request that carries the access token. */
        BY_ACCESS_TOKEN
    }

    /** {@return the link name of the catalogue's entry} */
    public final String entry() {
        return entry;
    }

    /** {@return the values that the entry needs beside the client} */
    public Map<String, String> values() {
        return Map.of();
    }

    /** {@return the authorization endpoint} */
    public abstract Place authorization();

    /** {@return the token endpoint; refreshing happens there too} */
    public abstract Place token();

    /** {@return hosts that have a token endpoint too, but not the account} */
    public List<String> strangers() {
        return List.of();
    }

    /** {@return the revocation endpoint, empty where the provider has none} */
    public Optional<Place> revocation() {
        return Optional.empty();
    }

    /** {@return where the API begins} */
    public abstract Place api();

    /** {@return the name of the client id in requests} */
    public String clientIdName() {
        return "client_id";
    }

    /** {@return what stands between two scopes of a request} */
    public String delimiter() {
        return " ";
    }

    /** {@return how PKCE is treated} */
    public Pkce pkce() {
        return Pkce.TAKEN;
    }

    /** {@return the parameters of authorization requests without which there is no consent page, with their values} */
    public Map<String, String> demanded() {
        return Map.of();
    }

    /**
     * Reads the scopes of a request.
     *
     * @param scope the parameter
     * @return the scopes
     * @throws Refused if one is malformed, as it is with another provider's delimiter
     */
    public Set<String> scopes(String scope) throws Refused {
        var scopes = new LinkedHashSet<>(List.of(scope.split(Pattern.quote(delimiter()), -1)));
        scopes.remove("");
        for (String each : scopes) {
            if (each.contains(" ") || each.contains(",") || each.contains("+")) {
                throw new Refused(Wrong.SCOPE, "unknown scope " + each);
            }
        }
        return scopes;
    }

    /**
     * Looks at an authorization request before the consent page is shown.
     *
     * @param request the request
     * @throws Refused if the provider shows an error page
     */
    public void checkAuthorization(Seen request) throws Refused {
        if (!request.required("response_type").equals("code")) {
            throw Refused.request("response_type is not code");
        }
        for (Map.Entry<String, String> each : demanded().entrySet()) {
            if (!request.one(each.getKey()).equals(Optional.of(each.getValue()))) {
                throw Refused.request(each.getKey() + " is not " + each.getValue());
            }
        }
    }

    /**
     * Tells whether a consent gives a refresh token.
     *
     * @param request the authorization request
     * @param first whether the account consents for the first time
     * @return whether
     */
    public boolean lasts(Seen request, boolean first) {
        return true;
    }

    /**
     * Returns what a callback carries beside code and state.
     *
     * @param origins where a host of the provider's is
     * @return the parameters
     */
    public Map<String, String> callback(UnaryOperator<String> origins) {
        return Map.of();
    }

    /**
     * Signs a callback, where the provider does.
     *
     * @param parameters the parameters
     * @param secret the client's secret
     * @return the parameters with the signature among them
     */
    public Map<String, String> signed(Map<String, String> parameters, String secret) {
        return parameters;
    }

    /** {@return what a callback says when the user refuses} */
    public Map<String, String> denial() {
        return Map.of("error", "access_denied", "error_description", "the user refused");
    }

    /** {@return the content type of token requests} */
    public String format() {
        return "application/x-www-form-urlencoded";
    }

    /** {@return where the secret is wanted} */
    public Proof proof() {
        return Proof.BODY;
    }

    /**
     * Looks at a token request.
     *
     * @param request the request
     * @throws Refused if the provider does not understand it
     */
    public void checkToken(Seen request) throws Refused {
        if (!request.method().equals("POST")) {
            throw Refused.request("the method is not POST");
        }
        if (!request.format().equals(format())) {
            throw Refused.request("the body is not " + format());
        }
    }

    /**
     * Returns the token that is to be exchanged for a new one, if a request asks for that.
     *
     * @param request the request
     * @return the token, empty for a request with another grant type
     * @throws Refused if it is missing
     */
    public Optional<String> refreshing(Seen request) throws Refused {
        return request.one("grant_type").equals(Optional.of("refresh_token"))
                ? Optional.of(request.required("refresh_token"))
                : Optional.empty();
    }

    /** {@return the grant type of code exchanges, empty where nobody asks for one} */
    public Optional<String> codeGrant() {
        return Optional.of("authorization_code");
    }

    /** {@return whether access tokens themselves are exchanged for new ones} */
    public boolean exchangesAccessTokens() {
        return false;
    }

    /** {@return whether the redirect URI is repeated at the token endpoint} */
    public boolean repeatsRedirect() {
        return true;
    }

    /** {@return the names of the tokens that a consent gives} */
    public List<String> tokenNames(Seen authorization) {
        return List.of(Handout.MAIN);
    }

    /**
     * Writes a token response.
     *
     * @param handout what is handed out
     * @param request the token request
     * @return the response
     */
    public abstract Reply tokens(Handout handout, Seen request);

    /**
     * Writes an error of the token endpoint.
     *
     * @param request the request
     * @param wrong what is wrong
     * @param text what a developer should know
     * @return the response
     */
    public Reply refusal(Seen request, Wrong wrong, String text) {
        return switch (wrong) {
            case CLIENT -> Reply.error(401, "invalid_client", text).with("WWW-Authenticate", "Basic realm=\"mock\"");
            case CODE, REFRESH_TOKEN -> Reply.error(400, "invalid_grant", text);
            case GRANT_TYPE -> Reply.error(400, "unsupported_grant_type", text);
            case LIMIT -> Reply.error(429, "slow_down", text).with("Retry-After", "7");
            case SCOPE -> Reply.error(400, "invalid_scope", text);
            case REQUEST -> Reply.error(400, "invalid_request", text);
        };
    }

    /** {@return how long access tokens live, empty where they never end} */
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofHours(1));
    }

    /** {@return whether token responses say how long} */
    public boolean statesLifetime() {
        return true;
    }

    /** {@return how long access tokens live once a test turns rotation on, empty for as long as before} */
    public Optional<Duration> rotatingLifetime() {
        return Optional.empty();
    }

    /** {@return how old a refresh token is at least when it is replaced} */
    public Duration rotatesAfter() {
        return Duration.ZERO;
    }

    /** {@return what a replaced refresh token is good for} */
    public Former former() {
        return Former.ENDS_ALL;
    }

    /** {@return how long a former refresh token still works, empty where refresh tokens do not rotate} */
    public Optional<Duration> grace() {
        return Optional.empty();
    }

    /** {@return whether consents give refresh tokens at all, unless a test says otherwise} */
    public boolean refreshes() {
        return true;
    }

    /** {@return how many access tokens one refresh token may have made within the window; none where there is no limit} */
    public Optional<Integer> mintLimit() {
        return Optional.empty();
    }

    /** {@return how a token is ended} */
    public Revocation revokes() {
        return Revocation.STANDARD;
    }

    /** {@return what is said when a token was ended} */
    public Reply revoked() {
        return Reply.of(200, "", "");
    }

    /**
     * Looks at an API request, apart from its token.
     *
     * @param request the request
     * @return what is said instead of serving it, empty where nothing is wrong
     */
    public Optional<Reply> objection(Seen request) {
        return Optional.empty();
    }

    /**
     * Serves an API request for which a test has set nothing.
     *
     * @param account whose token was sent
     * @param path the path
     * @return what is said
     */
    public Reply resource(String account, String path) {
        return Reply.json(Body.of("account", account).and("path", path));
    }

    /**
     * Finds the token of an API request.
     *
     * @param request the request
     * @return the token, empty for none
     */
    public Optional<String> credential(Seen request) {
        return request.authorization("Bearer");
    }

    /**
     * Says that the token of an API request is missing, unknown, expired or revoked.
     *
     * @param request the request
     * @return what is said
     */
    public Reply stale(Seen request) {
        return Reply.error(401, "invalid_token", "the access token is unknown or has expired")
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
