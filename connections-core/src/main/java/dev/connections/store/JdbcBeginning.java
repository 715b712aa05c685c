package dev.connections.store;

import dev.connections.ConnectionConfigurationException;
import dev.connections.spi.KeyProvider;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A database store without keys.
 *
 * @param source where connections come from
 * @param prefix what names of tables begin with
 * @param offset microseconds to add to the database's clock, which only tests do
 */
record JdbcBeginning(DataSource source, String prefix, LongSupplier offset) implements JdbcConnectionStore.NeedsKeys {
    private static final String USUAL_PREFIX = "connections_";

    /** The longest name made of it is 17 characters longer; PostgreSQL cuts names at 63. */
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,29}");

    JdbcBeginning {
        Objects.requireNonNull(source, "dataSource");
        if (!PREFIX.matcher(prefix).matches()) {
            throw new ConnectionConfigurationException(
                    "table_prefix_malformed",
                    "the table prefix \"" + prefix
                            + "\" is not usable: begin with a letter, then use letters, digits or _, 30 characters at"
                            + " most, for example \"billing_\"",
                    null);
        }
    }

    JdbcBeginning(DataSource source) {
        this(source, USUAL_PREFIX, () -> 0);
    }

    @Override
    public JdbcConnectionStore.NeedsKeys withTablePrefix(String other) {
        return new JdbcBeginning(source, other, offset);
    }

    /** Returns a copy for a test that moves time. */
    JdbcBeginning withClockOffset(LongSupplier micros) {
        return new JdbcBeginning(source, prefix, micros);
    }

    @Override
    public JdbcConnectionStore encryptedWith(KeyProvider keys) {
        return new JdbcRecords(this, Objects.requireNonNull(keys, "keys"));
    }

    /** Without the source, which may print a password. */
    @Override
    public String toString() {
        return "JdbcConnectionStore without keys, tables " + prefix + "…";
    }
}
