package dev.connections.catalog;

import dev.connections.Field;
import dev.connections.Service;
import dev.connections.catalog.internal.OpenCatalog;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds default services by name, for pages and tools that learn only at run time which one is wanted. Immutable,
 * thread-safe. Code that knows its service names it with {@link DefaultServices}; both give the same service.
 *
 * <pre>{@code
 * ServiceCatalog.Entry desk = ServiceCatalog.bundled().get("zoho_desk");
 * Service<?> service = desk.withValues(Map.of(
 *     "data_center", "EU", "client_id", "1000.ABC", "client_secret", typed));
 * }</pre>
 */
public interface ServiceCatalog {
    /**
     * Returns the catalogue that comes with the SDK. Reads its index once, and a service when it is asked for.
     *
     * @return the catalogue
     */
    static ServiceCatalog bundled() {
        return OpenCatalog.BUNDLED;
    }

    /**
     * Returns a copy with the services of a file beside the present ones. A service takes the place of another one of
     * its link name only if it says <code>"replace": true</code>.
     *
     * @param json a JSON file in the format of this package, UTF-8, at most 8 MiB
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be read ({@code catalogue_unreadable}), is
     *     not in that format ({@code catalogue_malformed}, with line and column) or repeats a link name
     *     ({@code link_name_taken})
     */
    ServiceCatalog withFile(Path json);

    /**
     * Finds a service.
     *
     * @param linkName its link name, such as {@code zoho_crm}
     * @return the entry, empty if there is none
     */
    Optional<Entry> find(String linkName);

    /**
     * Returns a service that must be there.
     *
     * @param linkName its link name, such as {@code zoho_crm}
     * @return the entry
     * @throws dev.connections.ConnectionConfigurationException if there is none ({@code unknown_service}); the message
     *     names the nearest ones
     */
    Entry get(String linkName);

    /**
     * Finds the services that match each word of a text: their link name, name, category or authentication type
     * contains it, in any case. <code>search("crm api_key")</code> finds what is asked for a key and has to do with
     * customers.
     *
     * @param text words with spaces between; a blank text finds all
     * @return the entries by link name
     */
    List<Entry> search(String text);

    /** A service that waits for its values. Immutable, thread-safe. */
    interface Entry {
        /** {@return the service link name, such as {@code zoho_crm}} */
        String linkName();

        /** {@return the display name} */
        String name();

        /** {@return a word for what it does, such as {@code crm}} */
        String category();

        /** {@return {@code oauth2}, {@code oauth1}, {@code basic} or {@code api_key}} */
        String authenticationType();

        /** {@return how sure its facts are; empty for a service of a file that does not say} */
        Optional<Provenance> provenance();

        /** {@return what a person should know before connecting, a sentence each; mostly empty} */
        List<String> notes();

        /** {@return the service's own pages on authentication, where known} */
        Optional<URI> documentation();

        /** {@return where a client, its redirect URIs or a key are registered, where known} */
        Optional<URI> console();

        /**
         * Returns what {@link #withValues} needs, in the order to ask for it: inputs of the service,
         * {@code data_center} where it has several, {@code client_id} and {@code client_secret} for OAuth, and
         * {@code resource_server} where nobody knows the address of its API.
         *
         * @return the fields
         */
        List<Field> fields();

        /**
         * Returns an entry whose inputs may be left out of {@link #withValues}: what is not given there is asked for when the
         * service is connected, and each authorization has its own.
         *
         * @return the entry
         * @see dev.connections.AuthorizationFlow#withInputs
         */
        Entry askingWhenConnecting();

        /**
         * Returns a value of the right shape for each input that somebody must give, to be shown beside its field.
         *
         * @return the examples by {@link Field#name()}
         */
        Map<String, String> examples();

        /**
         * Explains the service as {@link Service#explain()} does, before anybody gave it values: with {@code <client_id>},
         * {@code <client_secret>} and {@code <resource_server>} in place of these, and an example for each other input.
         *
         * @return the text, for people; its wording may change
         */
        String explain();

        /**
         * Returns the service. Values that have a default or are optional may be left out; a blank value is one that is
         * left out, as forms post it.
         *
         * @param values a text for each field, by {@link Field#name()}
         * @return the service
         * @throws dev.connections.ConnectionConfigurationException if a value is missing ({@code input_missing}),
         *     unknown ({@code input_unknown}) or of another shape ({@code input_malformed}, {@code endpoint_malformed},
         *     {@code endpoint_not_https}); the message names the field
         */
        Service<?> withValues(Map<String, String> values);
    }

    /**
     * How sure the facts of a service are. Agreement is not proof.
     *
     * @param confidence the judgement
     * @param agreement how many independent sources agree on the endpoints, at least one
     * @param checked when that was last looked at
     */
    record Provenance(Confidence confidence, int agreement, LocalDate checked) {
        /**
         * Refuses null and an agreement of nobody.
         *
         * @param confidence as the component
         * @param agreement as the component
         * @param checked as the component
         */
        public Provenance {
            Objects.requireNonNull(confidence, "confidence");
            Objects.requireNonNull(checked, "checked");
            if (agreement < 1) {
                throw new IllegalArgumentException("an agreement of " + agreement + " sources; at least one is needed");
            }
        }
    }

    /** What the number of agreeing sources means. */
    enum Confidence {
        /** Three or more independent sources agree. */
        HIGH,
        /** Two agree. */
        MEDIUM,
        /** There is one current source. */
        LOW
    }
}
