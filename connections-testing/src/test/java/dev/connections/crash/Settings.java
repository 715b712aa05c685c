package dev.connections.crash;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a worker is told before it starts, as system properties; no secret.
 *
 * @param store where its store lies
 * @param door the port of its door at the server
 * @param clock when the fast clock was started
 * @param seed of its random numbers
 * @param crash how likely it kills itself at each point, 0 to 1
 * @param hold the point at which it waits to be told to go on, or the empty text
 * @param locks whether its store gives a lease to one owner at a time
 */
record Settings(String store, int door, long clock, long seed, double crash, String hold, boolean locks) {
    private static final String PREFIX = "crash.";

    static Settings of(String store, int door, FastClock clock) {
        return new Settings(store, door, clock.startedAt(), 0, 0, "", true);
    }

    static Settings ofThisProcess() {
        return new Settings(
                read("store"),
                Integer.parseInt(read("door")),
                Long.parseLong(read("clock")),
                Long.parseLong(read("seed")),
                Double.parseDouble(read("crash")),
                read("hold"),
                Boolean.parseBoolean(read("locks")));
    }

    private static String read(String name) {
        return System.getProperty(PREFIX + name, "");
    }

    Settings withCrash(long nextSeed, double nextCrash) {
        return new Settings(store, door, clock, nextSeed, nextCrash, hold, locks);
    }

    Settings holdingAt(StagedStore.Point point) {
        return new Settings(store, door, clock, seed, crash, point.name(), locks);
    }

    Settings locking(boolean next) {
        return new Settings(store, door, clock, seed, crash, hold, next);
    }

    boolean holds(StagedStore.Point point) {
        return hold.equals(point.name());
    }

    /** Returns the arguments of a virtual machine. */
    List<String> arguments() {
        var values = new TreeMap<>(Map.of("store", store, "door", "" + door, "clock", "" + clock, "seed", "" + seed));
        values.put("crash", "" + crash);
        values.put("hold", hold);
        values.put("locks", "" + locks);
        return values.entrySet().stream()
                .map(value -> "-D" + PREFIX + value.getKey() + "=" + value.getValue())
                .toList();
    }
}
