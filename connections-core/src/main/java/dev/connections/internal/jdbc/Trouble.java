package dev.connections.internal.jdbc;

/** What an {@code SQLException} means for the caller. */
enum Trouble {
    /** Others were at it: nothing was changed, and the statement may be tried again. */
    BUSY("store_unavailable", "others kept it locked", "try again"),
    /** The connection broke, perhaps after the statement was done. */
    LOST("store_unavailable", "the connection was lost", "check that the database runs and can be reached"),
    /** It takes no statements at present. */
    UNAVAILABLE(
            "store_unavailable",
            "the database does not answer in time or takes no connections",
            "check that it runs, its limits, and that the pool has a connection to spare"),
    READ_ONLY(
            "store_read_only",
            "the database takes no writes",
            "connect to the primary, or end the read-only mode; nothing was changed"),
    FULL("store_full", "the database has no room left", "make room; nothing was changed"),
    SCHEMA_MISSING(
            "schema_missing",
            "a table is not there",
            "call createSchema(), or run the files of your database in the class path folder " + Script.ROOT),
    /** Neither tried again nor trusted: the next such statement may be somebody else's and be executed. */
    POOLER(
            "store_failed",
            "the pooler between here and the database does not keep prepared statements apart",
            "add prepareThreshold=0 to the JDBC URL of PostgreSQL's driver, or let the pooler track them"),
    TOO_LARGE("record_too_large", "the record is larger than the database takes", "store less in it"),
    /** A row of that key is there: the answer to a creation, where the database has no better one. */
    DUPLICATE("store_failed", "a row of that key is there", "read it"),
    OTHER("store_failed", "the database refused the statement", "look up the SQL state, and the database's log");

    private final String code;
    private final String problem;
    private final String fix;

    Trouble(String code, String problem, String fix) {
        this.code = code;
        this.problem = problem;
        this.fix = fix;
    }

    String code() {
        return code;
    }

    String problem() {
        return problem;
    }

    String fix() {
        return fix;
    }
}
