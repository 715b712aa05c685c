package dev.connections.internal.jdbc;

import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The tables of a store, looked at when they are first used and not before. Thread-safe. */
final class Tables {
    private final Database database;
    private final Schema schema;
    private final String prefix;
    private final LongSupplier offset;
    private volatile @Nullable Records checked;

    Tables(Database database, String prefix, LongSupplier offset) {
        this.database = database;
        this.schema = new Schema(database, prefix);
        this.prefix = prefix;
        this.offset = offset;
    }

    /** What is done with the records of a store. */
    interface Work<T> {
        T with(Records records, Session on) throws SQLException;
    }

    Schema schema() {
        return schema;
    }

    <T> T run(Task task, Work<T> work) {
        Records records = records();
        return database.run(task, session -> work.with(records, session));
    }

    private Records records() {
        Records records = checked;
        if (records == null) {
            schema.check();
            records = Records.of(database.dialect(), prefix, offset);
            checked = records;
        }
        return records;
    }
}
