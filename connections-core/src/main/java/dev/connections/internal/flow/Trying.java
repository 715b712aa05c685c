package dev.connections.internal.flow;

import dev.connections.Authorization;
import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizedConnection.TestResult;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.Kernel;
import dev.connections.internal.definition.IdentityRequest;
import dev.connections.internal.definition.Probe;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.AuthorizationRecord.Tested;
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
import java.util.TreeSet;

/** Tries the credentials in use with one request, and keeps the result (RULES F13). Confined to one call. */
public final class Trying {
    private final Scene scene;
    private final Slot slot;
    private final Kernel kernel;

    /** Tries what this slot serves. */
    public Trying(Scene scene, Slot slot) {
        this.scene = scene;
        this.slot = slot;
        this.kernel = scene.kernel();
    }

    /** The service's own request for it. */
    public TestResult withProbe() {
        ServiceValue<?> service = scene.defined().value().service();
        Optional<Probe> request =
                service.probe().or(() -> service.identityRequest().map(IdentityRequest::request));
        return request.map(this::with)
                .orElseGet(() -> result(
                        "",
                        "the service \"" + service.name() + "\" has no probe; give it one with withProbe(method, path),"
                                + " or name a request with test(method, path)"));
    }

    /** Any request. */
    public TestResult with(Probe request) {
        try {
            Ready ready = Serving.obtain(kernel, slot);
            URI target = ready.reach().resolve(request.path());
            Ready applied = Serving.forRequest(ready, KnownTarget.of(request.method(), target));
            Applied parts = Objects.requireNonNull(applied.applied(), "applied");
            Reply reply = kernel.http().send(ApiCall.of(request, target, parts));
            return judged(reply, applied.inspect(new Received(reply)), ErrorText.of(reply, parts));
        } catch (ReauthorizationRequiredException e) {
            return result(e.errorDescription(), e.problem());
        } catch (TransientConnectionException e) {
            return result("", e.problem() + "; try again later");
        }
    }

    private TestResult judged(Reply reply, Verdict verdict, String text) {
        int status = reply.status();
        boolean success = status >= 200 && status < 300;
        boolean refused = status == 401 || status == 403 || verdict == Verdict.EXPIRED;
        keep(new Tested(kernel.clock().instant(), status, refused, success && !refused ? "" : text));
        Authorization now = now();
        return new Result(
                success && !refused,
                now.status(),
                status,
                success && !refused ? "" : text,
                missing(now),
                nextStep(status, refused, now));
    }

    /** What the authorization says of its credentials from now on. */
    private void keep(Tested tested) {
        kernel.vault()
                .find(AuthorizationRecord.TYPE, scene.tenant(), scene.key().id())
                .ifPresent(stored -> kernel.vault()
                        .replace(
                                AuthorizationRecord.TYPE,
                                stored.key(),
                                stored.value(),
                                stored.value().with(tested)));
    }

    private String nextStep(int status, boolean refused, Authorization now) {
        Set<String> missing = missing(now);
        if (!missing.isEmpty()) {
            return "reconnect(), so that the service is asked for " + missing;
        }
        if (status == 403) {
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
        return new Result(false, now.status(), 0, text, missing(now), nextStep);
    }

    private Set<String> missing(Authorization now) {
        Set<String> has = now.grantedScopes().isEmpty() ? now.requestedScopes() : now.grantedScopes();
        var missing = new TreeSet<>(scene.defined().value().scopes());
        missing.removeAll(has);
        return missing;
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
