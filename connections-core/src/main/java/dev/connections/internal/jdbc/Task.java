package dev.connections.internal.jdbc;

/**
 * What is asked of the database.
 *
 * @param doing what, for messages: "read a record"
 * @param repeatable whether doing it twice does no harm
 */
record Task(String doing, boolean repeatable) {
    static Task read(String doing) {
        return new Task(doing, true);
    }

    static Task change(String doing) {
        return new Task(doing, false);
    }
}
