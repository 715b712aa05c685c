package dev.connections;

import java.util.Optional;

/** The only subject there is. */
record KnownSubject(String id, Optional<String> name, Optional<String> email, Optional<String> type)
        implements Subject {
    private static final int LONGEST_ID = 255;

    static KnownSubject of(String id) {
        return new KnownSubject(
                Identifiers.check(id, LONGEST_ID, "subject"), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Subject withName(String next) {
        return new KnownSubject(id, Optional.of(next), email, type);
    }

    @Override
    public Subject withEmail(String next) {
        return new KnownSubject(id, name, Optional.of(next), type);
    }

    @Override
    public Subject withType(String next) {
        return new KnownSubject(id, name, email, Optional.of(next));
    }

    @Override
    public String toString() {
        return "Subject[" + id + "]";
    }
}
