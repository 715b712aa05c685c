package dev.connections.internal.keep;

import dev.connections.spi.ConnectionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What whoever changes keys must know before removing the old one. */
interface Report {
    /** As warnings. */
    Report LOGGED = new Logged();

    /** A record cannot be read; told once for each. */
    void unreadable(ConnectionStore.Key record, String code);

    /** So many records could not be sealed anew; told when the number has changed. */
    void left(long records);

    /** As warnings. */
    final class Logged implements Report {
        private static final Logger LOG = LoggerFactory.getLogger("dev.connections.store");

        @Override
        public void unreadable(ConnectionStore.Key record, String code) {
            LOG.atWarn().addKeyValue("record", record).addKeyValue("code", code).log("a record cannot be sealed anew");
        }

        @Override
        public void left(long records) {
            LOG.atWarn()
                    .addKeyValue("left", records)
                    .log("records could not be sealed anew yet; keep the keys they need");
        }
    }
}
