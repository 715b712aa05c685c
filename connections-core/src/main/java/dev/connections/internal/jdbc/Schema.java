package dev.connections.internal.jdbc;

import dev.connections.ConnectionStoreException;
import java.util.Optional;

/** The tables and their version. Thread-safe. */
final class Schema {
    /** The newest format of records that this release writes. */
    private static final long NEWEST_FORMAT = 1;

    private static final String VERSION = "schema";
    private static final String FORMAT = "format";

    private final Database database;
    private final String prefix;

    Schema(Database database, String prefix) {
        this.database = database;
        this.prefix = prefix;
    }

    /** Makes what is not there. Several nodes may do so at once: whoever fails finds what the others have made. */
    void create() {
        var patience = new Patience();
        long version = found();
        while (version < Script.NAMES.size()) {
            Optional<ConnectionStoreException> failure = attempt(Script.NAMES.get((int) version));
            version = found();
            if (failure.isPresent() && version < Script.NAMES.size() && !patience.another()) {
                throw failure.get();
            }
        }
        check(version);
    }

    private Optional<ConnectionStoreException> attempt(String script) {
        try {
            run(script);
            return Optional.empty();
        } catch (ConnectionStoreException e) {
            return Optional.of(e);
        }
    }

    private void run(String script) {
        Dialect dialect = database.dialect();
        database.run(Task.change("make its tables"), session -> {
            for (String statement : Script.statements(dialect, script, prefix)) {
                session.execute(statement);
            }
            return script;
        });
    }

    /** Refuses tables that this release does not know how to use. */
    void check() {
        check(found());
    }

    private void check(long version) {
        int newest = Script.NAMES.size();
        if (version == 0) {
            throw new ConnectionStoreException(
                    "schema_missing",
                    "the tables " + prefix + "record and " + prefix + "meta are not there; " + fix(),
                    null);
        }
        if (version < newest) {
            throw new ConnectionStoreException(
                    "schema_outdated",
                    "the tables " + prefix + "… have version " + version + ", this release needs " + newest + "; "
                            + fix(),
                    null);
        }
        if (version > newest) {
            throw new ConnectionStoreException(
                    "newer_schema",
                    "the tables " + prefix + "… have version " + version + ", this release knows " + newest
                            + "; upgrade this node: nothing was read or written",
                    null);
        }
    }

    /** What to do where a table is missing or old. */
    private String fix() {
        return "call createSchema(), or let your migration tool run the files of the class path folder " + Script.ROOT
                + database.dialect().folder();
    }

    /** The version of the tables, 0 if they are not there. */
    private long found() {
        try {
            return number(VERSION).orElse(0L);
        } catch (ConnectionStoreException e) {
            if (e.code().equals(Trouble.SCHEMA_MISSING.code())) {
                return 0;
            }
            throw e;
        }
    }

    private Optional<Long> number(String name) {
        return database.run(
                Task.read("read the version of its tables"),
                session -> session.first(
                        "SELECT meta_value FROM " + prefix + "meta WHERE meta_name = ?",
                        to -> to.text(name),
                        row -> row.getLong(1)));
    }

    /** Allows the newest format of records, and returns what is allowed now: more if a newer release has allowed it. */
    long upgrade() {
        check();
        var unused = database.run(
                Task.read("raise the format of its records"), // the same however often
                session -> session.update(
                        "UPDATE " + prefix + "meta SET meta_value = ? WHERE meta_name = ? AND meta_value < ?",
                        to -> to.number(NEWEST_FORMAT).text(FORMAT).number(NEWEST_FORMAT)));
        return number(FORMAT).orElse(NEWEST_FORMAT);
    }
}
