package dev.connections.internal.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionStoreException;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sealed records to vary. */
final class Sealed {
    static final int FORMAT = 3;

    private Sealed() {}

    static Versioned place(String tenant, String id, long version) {
        var key = new ConnectionStore.Key(tenant, ConnectionStore.Key.Kind.CREDENTIAL, id);
        return new Versioned(key, version, FORMAT, Map.of(), new byte[0], Optional.empty());
    }

    static Versioned by(Envelope envelope, String document) {
        return at(place("acme", "acc1/user", 5), envelope, document.getBytes(UTF_8));
    }

    static Versioned at(Versioned place, Envelope envelope, byte[] document) {
        return with(place, envelope.seal(place.key(), place.version(), place.format(), document));
    }

    static Versioned with(Versioned place, byte[] sealed) {
        return new Versioned(place.key(), place.version(), place.format(), place.index(), sealed, place.attempt());
    }

    static Versioned with(Versioned place, String sealed) {
        return with(place, sealed.getBytes(UTF_8));
    }

    static Versioned with(Versioned record, String old, String replacement) {
        String text = text(record);
        assertThat(text).contains(old);
        return with(record, text.replace(old, replacement));
    }

    static String text(Versioned record) {
        return new String(record.sealed(), UTF_8);
    }

    static String member(String name, Versioned record) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(text(record));
        assertThat(member.find()).isTrue();
        return member.group(1);
    }

    static ConnectionStoreException refusal(Envelope envelope, Versioned record) {
        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> envelope.open(record));
        assertThat(failure).as("opened: %s", text(record)).isNotNull();
        return failure;
    }
}
