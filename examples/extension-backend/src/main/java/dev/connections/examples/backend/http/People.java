package dev.connections.examples.backend.http;

import dev.connections.Actor;
import java.util.List;
import java.util.Optional;

/** The people who may sign in: a stand-in for the host's own user directory, which would also ask for a password. */
public final class People {
    private static final List<Person> ALL = List.of(
            new Person(Actor.superAdmin("4241905"), "Priya Raman", "priya@acme.example"),
            new Person(Actor.developer("4241906"), "Dana Cruz", "dana@acme.example"),
            new Person(Actor.client("4241907"), "Chen Wei", "chen@client.example"),
            new Person(Actor.user("4241908"), "Ulla Berg", "ulla@client.example"),
            new Person(Actor.user("4241909"), "Omar Said", "omar@client.example"));

    private People() {}

    /** {@return everybody, in the order to show them} */
    public static List<Person> all() {
        return ALL;
    }

    /**
     * Finds somebody.
     *
     * @param id the id
     * @return the person, empty if there is none of that id
     */
    public static Optional<Person> find(String id) {
        return ALL.stream().filter(person -> person.actor().id().equals(id)).findFirst();
    }

    /**
     * Names an actor.
     *
     * @param actor somebody of the directory, or another one
     * @return the name, else the id
     */
    public static String name(Actor actor) {
        return actor.role() == Actor.Role.SYSTEM ? "The system" : name(actor.id());
    }

    /**
     * Names somebody.
     *
     * @param id the id of somebody of the directory, or another one
     * @return the name, else the id
     */
    public static String name(String id) {
        return find(id).map(Person::name).orElse(id);
    }
}
