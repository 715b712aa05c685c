package dev.connections.internal.flow;

import dev.connections.Authorization;
import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizedConnection.TestResult;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.Kernel;
import dev.connections.internal.definition.IdentityRequest;
import dev.connections.internal.definition.Probe;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.AuthorizationRecord.Tested;
import dev.connections.internal.record.Stored;
import dev.connections.internal.serve.Ready;
import dev.connections.internal.serve.Serving;
import dev.connections.internal.serve.Slot;
import dev.connections.internal.strategy.Applied;
import dev.connections.internal.strategy.KnownTarget;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.CredentialStrategy.Verdict;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tries the credentials in use with one request, and keeps the result (RULES F13). Confined to one call. */
public final class Trying {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Scene scene;
    private final Slot slot;
    private final Kernel kernel;

    /** Tries what this slot serves. */
    public Trying(Scene scene, Slot slot) {
        this.scene = scene.ofAccount();
        this.slot = slot;
        this.kernel = scene.kernel();
    }

    /** The service's own request for it: who is refused it has no good credentials. */
    public TestResult withProbe() {
        ServiceValue<?> service = scene.service();
        Optional<Probe> request =
                service.probe().or(() -> service.identityRequest().map(IdentityRequest::request));
        return request.map(probe -> with(probe, Set.of(UNAUTHORIZED, FORBIDDEN)))
                .orElseGet(this::byIntrospection);
    }

    private TestResult byIntrospection() {
        Optional<Stored<AuthorizationRecord>> before = stored();
        return attempted(() -> {
            Ready ready = Serving.obtain(kernel, slot);
            return asked(() -> ready.introspected()
                    .<TestResult>map(said -> {
                        before.ifPresent(tried -> keep(tried, OK, !said.active(), ""));
                        return new Introspected(
                                said, now(), scene.defined().value().scopes());
                    })
                    .orElseGet(this::noProbe));
        });
    }

    /** Where the client may not ask, or asks in a wrong way, nothing was said of the credentials. */
    private TestResult asked(Supplier<TestResult> question) {
        try {
            return question.get();
        } catch (ConnectionConfigurationException | AuthorizationDeniedException refused) {
            return result(refused.errorDescription(), refused.problem());
        }
    }

    private TestResult noProbe() {
        return result(
                "",
                "the service \"" + scene.defined().value().service().name()
                        + "\" has no probe; give it one with withProbe(method, path), or name a request with"
                        + " test(method, path)");
    }

    /** Any request; one that is forbidden says nothing about the credentials. */
    public TestResult with(Probe request) {
        return with(request, Set.of(UNAUTHORIZED));
    }

    private TestResult with(Probe request, Set<Integer> refusals) {
        Optional<Stored<AuthorizationRecord>> before =
                stored(); // what is tried; a switch meanwhile is not judged by it
        return attempted(() -> {
            Ready ready = Serving.obtain(kernel, slot);
            Answered answered = answered(ready, request);
            Reply reply = answered.reply();
            boolean refused = answered.verdict() == Verdict.EXPIRED || refusals.contains(reply.status());
            String text = succeeded(reply) && !refused ? "" : ErrorText.of(reply, answered.parts(), ready.secrets());
            before.ifPresent(tried -> keep(tried, reply.status(), refused, text));
            return judged(reply, refused, text);
        });
    }

    private TestResult attempted(Supplier<TestResult> attempt) {
        try {
            return attempt.get();
        } catch (ReauthorizationRequiredException | ConnectionSecurityException e) {
            return result(e.errorDescription(), e.problem());
        } catch (TransientConnectionException | ConnectionProtocolException e) {
            return result("", e.problem() + "; try again later");
        }
    }

    /** What a request carried, what came back, and what that says of the credentials. */
    private record Answered(Applied parts, Reply reply, Verdict verdict) {}

    private Answered answered(Ready ready, Probe request) {
        Answered first = sent(ready, request);
        return first.verdict() == Verdict.RETRY ? sent(ready, request) : first;
    }

    private Answered sent(Ready ready, Probe request) {
        URI target = ready.reach().resolve(request.path());
        Ready applied = Serving.forRequest(ready, KnownTarget.of(request.method(), target));
        Applied parts = Objects.requireNonNull(applied.applied(), "applied");
        Reply reply = scene.guarded().send(ApiCall.of(request, target, parts, applied.identity()));
        return new Answered(parts, reply, applied.inspect(new Received(target, reply)));
    }

    private static boolean succeeded(Reply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    private Optional<Stored<AuthorizationRecord>> stored() {
        return kernel.vault()
                .find(AuthorizationRecord.TYPE, scene.tenant(), scene.key().id());
    }

    private TestResult judged(Reply reply, boolean refused, String text) {
        Authorization now = now();
        return new Result(
                succeeded(reply) && !refused,
                now.status(),
                reply.status(),
                text,
                now.missingScopes(),
                nextStep(reply.status(), refused, now));
    }

    /** What the authorization says of its credentials from now on. */
    private void keep(Stored<AuthorizationRecord> tried, int status, boolean refused, String text) {
        var tested = new Tested(kernel.clock().instant(), status, refused, text);
        boolean unused = kernel.vault()
                .replace(
                        AuthorizationRecord.TYPE,
                        tried.key(),
                        tried.value(),
                        tried.value().with(tested));
    }

    private String nextStep(int status, boolean refused, Authorization now) {
        Set<String> missing = now.missingScopes();
        if (!missing.isEmpty()) {
            return "reconnect(), so that the service is asked for " + missing;
        }
        if (status == FORBIDDEN) {
            return "check in the service that the account has the right to do this and the scopes are enabled; then"
                    + " reconnect()";
        }
        if (refused) {
            return "ask the user to authorize again with reconnect(), or use another account with switchTo(account)";
        }
        if (status >= 200 && status < 300) {
            return "nothing: the service accepted the credentials";
        }
        return status >= 500 || status == 429 || status == 408
                ? "try again later: the service cannot answer now"
                : "check the probe: the service does not take this method and path";
    }

    private Authorization now() {
        return Authorizations.few(kernel.vault(), scene.tenant()).of(scene.defined(), scene.key());
    }

    /** Nothing was sent, or nothing came back. */
    private TestResult result(String text, String nextStep) {
        Authorization now = now();
        return new Result(false, now.status(), 0, text, now.missingScopes(), nextStep);
    }

    private record Result(
            boolean passed,
            AuthorizationStatus status,
            int httpStatus,
            String serviceText,
            Set<String> missingScopes,
            String nextStep)
            implements TestResult {}
}
