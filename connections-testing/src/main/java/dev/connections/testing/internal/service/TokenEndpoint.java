package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.internal.canary.Ears;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** RFC 6749, section 3.2. Thread-safe. */
final class TokenEndpoint {
    static final String AUTHORIZATION_CODE = "authorization_code";
    static final String REFRESH_TOKEN = "refresh_token";
    static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    static final String PASSWORD = "password";
    static final String CLIENT_CREDENTIALS = "client_credentials";

    private final Clients clients;
    private final GrantBook book;
    private final Terms terms;
    private final Proofs proofs;
    private Set<String> grantTypes = Set.of();
    private final AtomicBoolean refusesNextClient = new AtomicBoolean();
    private Optional<Devices> devices = Optional.empty();
    private Optional<Assertions> assertions = Optional.empty();
    private Optional<OpenId> openId = Optional.empty();
    private Optional<Passwords> passwords = Optional.empty();
    private volatile String clientAccount = Clients.CONFIDENTIAL;

    TokenEndpoint(Clients clients, GrantBook book, Terms terms, Proofs proofs) {
        this.clients = clients;
        this.book = book;
        this.terms = terms;
        this.proofs = proofs;
    }

    /** Says what is granted. */
    TokenEndpoint granting(Set<String> types) {
        grantTypes = types;
        return this;
    }

    /** Lets assertions be redeemed. */
    TokenEndpoint with(Assertions trusted) {
        assertions = Optional.of(trusted);
        return this;
    }

    /** Adds ID tokens. */
    TokenEndpoint with(Optional<OpenId> provider) {
        openId = provider;
        return this;
    }

    /** Lets device codes, passwords and subject tokens be redeemed. */
    TokenEndpoint with(Devices codes, Passwords typed) {
        devices = Optional.of(codes);
        passwords = Optional.of(typed);
        return this;
    }

    /** Says whom tokens belong to that no user granted. */
    void clientAccount(String account) {
        clientAccount = account;
    }

    void refuseNextClient() {
        refusesNextClient.set(true);
    }

    Answer answer(Incoming request) {
        try {
            Parameters form = wellFormed(request);
            String clientId = clients.authenticate(request, form);
            Optional<String> key = proofs.keyOf(request);
            book.requireKey(form.one("code").or(() -> form.one("refresh_token")).orElse(""), key);
            Issued issued = issue(form, clientId);
            key.ifPresent(thumbprint -> book.bind(issued, thumbprint));
            return success(issued, key.isPresent());
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    /** Parameters belong into the body; secrets in the URI end up in logs (RFC 6749, section 2.3.1). */
    static Parameters wellFormed(Incoming request) throws Refusal {
        if (!request.method().equals("POST")) {
            throw Refusal.invalidRequest("the method is not POST");
        }
        if (!request.isForm() || !request.query().isEmpty()) {
            throw Refusal.invalidRequest("the parameters are not in a form body");
        }
        Parameters form = request.form();
        form.requireNoRepetition();
        return form;
    }

    private Issued issue(Parameters form, String clientId) throws Refusal {
        String grantType = form.required("grant_type");
        if (!grantTypes.contains(grantType)) {
            throw Refusal.of("unsupported_grant_type", "this service grants " + grantTypes);
        }
        return switch (grantType) {
            case AUTHORIZATION_CODE -> redeem(form, clientId);
            case REFRESH_TOKEN -> book.refresh(form.required("refresh_token"), clientId, scopes(form));
            case DEVICE_CODE -> redeemDevice(form, clientId);
            case JWT_BEARER -> redeemAssertion(form, clientId);
            case PASSWORD -> redeemPassword(form, clientId);
            case TOKEN_EXCHANGE -> exchange(form, clientId);
            default -> grantToClient(form, clientId);
        };
    }

    private Issued redeem(Parameters form, String clientId) throws Refusal {
        String verifier = form.required("code_verifier");
        Ears.plant(Secret.of(verifier));
        return book.redeem(form.required("code"), clientId, form.required("redirect_uri"), verifier);
    }

    private Issued redeemDevice(Parameters form, String clientId) throws Refusal {
        Devices.Answered answered = devices.orElseThrow().redeem(form.required("device_code"), clientId);
        return book.grantLasting(answered.account(), clientId, answered.scopes());
    }

    private Issued redeemAssertion(Parameters form, String clientId) throws Refusal {
        if (refusesNextClient.getAndSet(false)) {
            throw Refusal.invalidGrant("nobody trusts the issuer");
        }
        String account = assertions.orElseThrow().subject(form.required("assertion"));
        return book.grant(account.equals(clientId) ? clientAccount : account, clientId, scopes(form));
    }

    private Issued redeemPassword(Parameters form, String clientId) throws Refusal {
        String account = form.required("username");
        if (!passwords.orElseThrow().matches(account, form.required("password"))) {
            throw Refusal.invalidGrant("the user name or the password is wrong");
        }
        return book.grantLasting(account, clientId, scopes(form));
    }

    private Issued exchange(Parameters form, String clientId) throws Refusal {
        String token = form.required("subject_token");
        String type = form.required("subject_token_type");
        if (form.one("actor_token").isPresent() != form.one("actor_token_type").isPresent()) {
            throw Refusal.invalidRequest("actor_token and actor_token_type belong together");
        }
        String account = passwords
                .orElseThrow()
                .accountWith(token)
                .orElseThrow(() -> Refusal.invalidRequest("the subject token of type " + type + " is unknown"));
        return book.grant(account, clientId, scopes(form));
    }

    private Issued grantToClient(Parameters form, String clientId) throws Refusal {
        if (clientId.equals(Clients.PUBLIC) || refusesNextClient.getAndSet(false)) {
            throw Refusal.of("unauthorized_client", "the client may not act for itself");
        }
        return book.grant(clientAccount, clientId, scopes(form));
    }

    private static Set<String> scopes(Parameters form) throws Refusal {
        return Scopes.of(form.one("scope").orElse(""));
    }

    private Answer success(Issued issued, boolean bound) {
        String bearer = openId.map(OpenId::tokenType).orElse("Bearer");
        Json json = new Json()
                .put("access_token", issued.accessToken().reveal())
                .put("token_type", bound ? Proofs.HEADER : bearer);
        openId.flatMap(provider -> provider.idToken(issued)).ifPresent(token -> json.put("id_token", token));
        if (!terms.hidden()) {
            json.put("expires_in", terms.lifetime().toSeconds());
        }
        issued.refreshToken().ifPresent(token -> json.put("refresh_token", token.reveal()));
        json.put("scope", Scopes.text(issued.scopes()));
        return Answer.json(200, json.toString()).with("Cache-Control", "no-store");
    }
}
