package dev.connections.internal.explain;

import dev.connections.Account;
import dev.connections.Actor;
import dev.connections.Authorization;
import dev.connections.AuthorizationStatus;
import dev.connections.Environment;
import dev.connections.Notice;
import dev.connections.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The authorization that a rehearsed flow returns: of nobody, and stored nowhere. */
record RehearsedAuthorization(String connectionLinkName) implements Authorization {
    @Override
    public Optional<Environment> environment() {
        return Optional.empty();
    }

    @Override
    public Optional<Subject> subject() {
        return Optional.empty();
    }

    @Override
    public Optional<Account> account() {
        return Optional.empty();
    }

    @Override
    public AuthorizationStatus status() {
        return AuthorizationStatus.ACTIVE;
    }

    @Override
    public Optional<AuthorizationStatus.Reason> reason() {
        return Optional.empty();
    }

    @Override
    public Set<String> requestedScopes() {
        return Set.of();
    }

    @Override
    public Set<String> grantedScopes() {
        return Set.of();
    }

    @Override
    public Optional<Instant> lastsUntil() {
        return Optional.empty();
    }

    @Override
    public Set<String> missingScopes() {
        return Set.of();
    }

    @Override
    public boolean primary() {
        return false;
    }

    @Override
    public List<Notice> notices() {
        return List.of();
    }

    @Override
    public Optional<Actor> authorizedBy() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> authorizedAt() {
        return Optional.empty();
    }
}
