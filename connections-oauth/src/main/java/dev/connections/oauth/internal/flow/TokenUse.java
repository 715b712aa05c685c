package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.ClientCertificate;
import dev.connections.oauth.internal.definition.ExpiredTest;
import dev.connections.oauth.internal.definition.HeaderFormat;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.dpop.Hearing;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.dpop.Proofs;
import dev.connections.oauth.internal.dpop.Proving;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.AuthClient;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Identity;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.CredentialStrategy.Verdict;
import dev.connections.spi.IncomingResponse;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts tokens on requests, and hears what resource servers say of them. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-7">RFC 9449, section 7</a>
 */
final class TokenUse {
    private static final int LONGEST_LOOK = 4096;

    private final OAuth2Definition definition;
    private final Optional<Identity> identity;
    private final Proofs proofs = new Proofs();

    TokenUse(OAuth2Definition definition) {
        this.definition = definition;
        identity = definition.client() instanceof ClientCertificate shown
                ? Optional.of(shown.identity())
                : Optional.empty();
    }

    /** Returns the certificate that tokens may be bound to: whether they are, only the server knows. */
    Optional<Identity> identity() {
        return identity;
    }

    /** Puts a token on a request, with a proof if it is bound to a key. */
    void apply(StoredToken token, OutgoingRequest request) {
        definition
                .choice()
                .filter(choice -> request.captured(choice.name()).isEmpty())
                .ifPresent(choice -> {
                    throw Unusable.unchosen();
                });
        definition.tokenQuery().ifPresent(query -> request.query(query.name(), access(token)));
        headers(token, access -> new Proving(request.method(), request.uri(), access, request.now()))
                .forEach(request::header);
        var known = new ApiKnown(definition, token, request); // one for all formulas: they see one time
        definition
                .computedHeaders()
                .forEach((name, formula) ->
                        formula.value(known).ifPresent(value -> request.header(name, value.reveal())));
    }

    /** Puts a token on a request to the authorization server. */
    Call on(Call call, StoredToken token, Instant now) {
        Call authorized = call;
        Map<String, String> headers = headers(token, access -> new Proving(call.method(), call.uri(), access, now));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            authorized = authorized.withHeader(header.getKey(), Secret.of(header.getValue()));
        }
        return authorized;
    }

    /** A request is looked at only where something must be proven of it: bearer tokens are the same for all. */
    private Map<String, String> headers(StoredToken token, Function<Optional<Secret>, Proving> proving) {
        Optional<ProofKey> key = token.proofKey();
        if (key.isPresent()) {
            return proven(token, key.get(), proving);
        }
        if (definition.proofAlgorithm().isPresent()) {
            throw Unusable.unbound(token.type());
        }
        if (!definition.response().isBearer(token.type())) {
            throw Unusable.type(token.type());
        }
        return definition.tokenQuery().isPresent()
                ? Map.of()
                : Map.of(definition.header().name(), definition.header().value(access(token)));
    }

    private static String access(StoredToken token) {
        return token.access().orElseThrow(Unusable::token).reveal();
    }

    private Map<String, String> proven(StoredToken token, ProofKey key, Function<Optional<Secret>, Proving> proving) {
        Secret access = token.access().orElseThrow(Unusable::token);
        if (!isBound(token.type())) {
            throw Unusable.unbound(token.type());
        }
        String proof = proofs.of(key, proving.apply(Optional.of(access)));
        return Map.of(HeaderFormat.NAME, Proofs.HEADER + " " + access.reveal(), Proofs.HEADER, proof);
    }

    /** Sends a request of the SDK's own that a token authorizes; once more where only its proof was refused. */
    Reply send(Call call, StoredToken token, StrategyContext<?> context, AuthClient http) {
        Reply first = sent(call, token, context, http);
        boolean again = token.proofKey().isPresent()
                && hear(
                                Optional.of(call.uri()),
                                first.status(),
                                name -> first.headers().getOrDefault(name, List.of()))
                        == Verdict.RETRY;
        return again ? sent(call, token, context, http) : first;
    }

    private Reply sent(Call call, StoredToken token, StrategyContext<?> context, AuthClient http) {
        Call authorized = on(call, token, context.clock().instant());
        return http.send(identity.map(authorized::withIdentity).orElse(authorized));
    }

    /** Tells whether a token of this type is bound to a key. */
    static boolean isBound(String type) {
        return type.equalsIgnoreCase(Proofs.HEADER);
    }

    /** Judges the response to a request that carried a token. */
    Verdict inspect(StoredToken token, IncomingResponse response) {
        Verdict verdict = token.proofKey().isPresent()
                ? hear(response.target(), response.status(), response::headers)
                : response.status() == 401 ? Verdict.EXPIRED : Verdict.ACCEPTED;
        return verdict == Verdict.ACCEPTED && saysExpired(response) ? Verdict.EXPIRED : verdict;
    }

    /** A body is read only of a response whose status a definition names. */
    private boolean saysExpired(IncomingResponse response) {
        List<ExpiredTest> tests = definition.expiredTests().stream()
                .filter(test -> test.status() == response.status())
                .toList();
        String body = tests.isEmpty() ? "" : response.peek(LONGEST_LOOK);
        return tests.stream().anyMatch(test -> test.matches(body));
    }

    private Verdict hear(Optional<URI> target, int status, Function<String, List<String>> headers) {
        boolean refused = status == 401;
        String error = refused ? Proofs.errorIn(headers.apply("www-authenticate")) : "";
        boolean again = target.map(uri -> new Hearing(uri, error, headers.apply(Hearing.NONCE), headers.apply("date")))
                .filter(proofs::hear)
                .isPresent();
        if (again) {
            return Verdict.RETRY;
        }
        // the token is not to blame where the proof was: renewing it would not help
        return refused && !Hearing.blamesProof(error) ? Verdict.EXPIRED : Verdict.ACCEPTED;
    }
}
