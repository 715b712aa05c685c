package dev.connections.oauth.servers;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The clients, the user and the scope that every server of these tests is started with. */
final class Registrations {
    /** Nobody listens there: the browser of these tests stops at it. */
    static final String REDIRECT_URI = "https://app.example.com/callback";

    static final String SCOPE = "leads.read";

    /**
     * Authorization code with forced PKCE, refresh tokens that rotate, no consent page. It is an audience of its tokens, or
     * Keycloak tells it nothing of them.
     */
    static final Client WEB = new Client("acme-web", Optional.of("web-secret-7d1f0a52"));

    /** As {@link #WEB}, with access tokens that live for seconds. Only Keycloak knows it. */
    static final Client SHORT = new Client("acme-short", Optional.of("short-secret-58e2b6d9"));

    /** As {@link #WEB}, and the user is asked for consent. */
    static final Client ASKING = new Client("acme-asking", Optional.of("asking-secret-91c4be07"));

    /** Authorization code with forced PKCE and no secret. */
    static final Client PUBLIC = new Client("acme-public", Optional.empty());

    /** Client credentials only. */
    static final Client JOBS = new Client("acme-jobs", Optional.of("jobs-secret-3be62c48"));

    /** Codes typed at a page. */
    static final Client DEVICE = new Client("acme-device", Optional.of("device-secret-2c9a70fe"));

    /** As {@link #WEB}, and every authorization request must be pushed. Only Keycloak knows it. */
    static final Client PUSHING = new Client("acme-pushing", Optional.of("pushing-secret-64d0b3c8"));

    /** As {@link #WEB}, and it may ask who the user is. */
    static final Client NAMING = new Client("acme-naming", Optional.of("naming-secret-0b6ad4e9"));

    /** Authorization code with requests signed by the key of {@link #SIGNING}. Only Keycloak knows it. */
    static final Client REQUESTING = new Client("acme-requesting", Optional.empty());

    /** As the FAPI 2.0 Security Profile wants it. Only Keycloak knows it. */
    static final Client FINANCIAL = new Client("acme-financial", Optional.empty());

    /** How long {@link #BOUND} may use a token. Servers refuse a proof that is from further in the future. */
    static final Duration BOUND_LIFETIME = Duration.ofSeconds(12);

    /** As {@link #WEB}, and its tokens are bound to a key; Keycloak gives it no other ones. */
    static final Client BOUND = new Client("acme-bound", Optional.of("bound-secret-f20d8c41"));

    /** Client credentials, proven by a certificate that the tokens are bound to. */
    static final Client CERTIFIED = new Client("acme-certified", Optional.empty());

    /** Client credentials, proven by a signature. */
    static final Client SIGNING = new Client("acme-signing", Optional.empty());

    /** The resource server, which only introspects. */
    static final Client API = new Client("acme-api", Optional.of("api-secret-c58d1196"));

    static final User ALICE = new User("alice", "alice-password-40a9e3");

    static final User BOB = new User("bob", "bob-password-b7716f");

    private Registrations() {}

    /** Returns what no log, message or text may hold. */
    static Stream<String> secrets() {
        return Stream.concat(
                Stream.of(ALICE, BOB).map(User::password),
                Stream.of(WEB, SHORT, ASKING, JOBS, DEVICE, PUSHING, BOUND, NAMING, API)
                        .map(Client::requiredSecret));
    }

    /** A registered client; without a secret it is a public one. */
    record Client(String id, Optional<String> secret) {
        String requiredSecret() {
            return secret.orElseThrow(() -> new IllegalStateException(id + " is a public client and has no secret"));
        }
    }

    /** Who signs in on the login page. */
    record User(String name, String password) {}
}
