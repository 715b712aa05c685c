package dev.connections.internal.flow;

import dev.connections.Authorization;
import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizedConnection.TestResult;
import dev.connections.spi.CredentialStrategy.Introspection;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What a service said of the credentials in use, without a request that used them. */
record Introspected(Introspection said, Authorization now, Collection<String> wanted) implements TestResult {
    private static final int OK = 200;

    @Override
    public boolean passed() {
        return said.active();
    }

    @Override
    public AuthorizationStatus status() {
        return now.status();
    }

    @Override
    public int httpStatus() {
        return OK;
    }

    @Override
    public String serviceText() {
        return "";
    }

    /** By the service's word where it gives one: it may have taken scopes away since. */
    @Override
    public Set<String> missingScopes() {
        Set<String> known = now.grantedScopes().isEmpty() ? now.requestedScopes() : now.grantedScopes();
        var missing = new TreeSet<>(wanted);
        missing.removeAll(said.scopes().orElse(known));
        return missing;
    }

    @Override
    public String nextStep() {
        if (!said.active()) {
            return "ask the user to authorize again with reconnect(), or use another account with switchTo(account)";
        }
        if (!missingScopes().isEmpty()) {
            return "reconnect(), so that the service is asked for " + missingScopes();
        }
        return "nothing: the service says that the credentials are good"
                + said.expiresAt().map(end -> " until " + end).orElse("");
    }
}
