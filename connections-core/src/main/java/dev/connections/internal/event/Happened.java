package dev.connections.internal.event;

import dev.connections.Actor;
import dev.connections.ConnectionListener.Event;
import dev.connections.Environment;
import dev.connections.Subject;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.Trail;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An event, just now or read from the audit trail. */
public record Happened(String code, Concern where, Trail done, Map<String, String> details) implements Event {
    public Happened {
        details = Map.copyOf(details);
    }

    @Override
    public Actor actor() {
        return done.by();
    }

    @Override
    public Instant at() {
        return done.at();
    }

    @Override
    public String tenant() {
        return where.tenant();
    }

    @Override
    public String linkName() {
        return where.key().linkName();
    }

    @Override
    public Optional<Environment> environment() {
        return where.key().environment();
    }

    @Override
    public Optional<Subject> subject() {
        return where.key().subject();
    }

    @Override
    public String toString() {
        return "Event[" + code + ", " + linkName() + "]";
    }
}
