package dev.connections;

/** The only actor there is. */
record KnownActor(String id, Role role) implements Actor {
    private static final int LONGEST_ID = 255;

    static Actor of(String id, Role role) {
        return new KnownActor(Identifiers.check(id, LONGEST_ID, "actor"), role);
    }

    @Override
    public String toString() {
        return "Actor[" + role + " " + id + "]";
    }
}
