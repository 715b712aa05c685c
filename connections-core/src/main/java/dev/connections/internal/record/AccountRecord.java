package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Account;
import dev.connections.Subject;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A saved account: whose it is, what the service told of it, and which tokens it has. */
public record AccountRecord(
        String id,
        String name,
        String serviceLinkName,
        Optional<Subject> owner,
        Optional<String> providerId,
        Instant createdAt,
        Told told,
        List<String> tokens)
        implements Account {
    /** How accounts are stored. */
    public static final RecordType<AccountRecord> TYPE = new Type();

    /** What the service and the user told at authorization. */
    public record Told(
            Map<String, String> captured, Map<String, String> inputs, List<String> resourceServers, Consent consent) {
        public Told {
            captured = Map.copyOf(captured);
            inputs = Map.copyOf(inputs);
            resourceServers = List.copyOf(resourceServers);
        }
    }

    /** Which scopes were asked for and granted when it was authorized last. */
    public record Consent(List<String> requested, List<String> granted) {
        /** Of accounts saved before this was kept. */
        static final Consent UNKNOWN = new Consent(List.of(), List.of());

        public Consent {
            requested = List.copyOf(requested);
            granted = List.copyOf(granted);
        }

        /** What it may do: what was granted, or, where the service did not say, what was asked for. */
        public List<String> effective() {
            return granted.isEmpty() ? requested : granted;
        }
    }

    @Override
    public Map<String, String> captured() {
        return told.captured();
    }

    @Override
    public String toString() {
        return "Account[" + id + ", " + serviceLinkName + "]";
    }

    /** Returns a copy with another display name. */
    public AccountRecord named(String next) {
        return new AccountRecord(id, next, serviceLinkName, owner, providerId, createdAt, told, tokens);
    }

    private static final class Type implements RecordType<AccountRecord> {
        @Override
        public Kind kind() {
            return Kind.ACCOUNT;
        }

        @Override
        public Map<String, String> index(AccountRecord value) {
            var index = new HashMap<String, String>();
            index.put(Index.NAME, value.name());
            index.put(Index.SERVICE, value.serviceLinkName());
            value.owner().ifPresent(owner -> index.put(Index.SUBJECT, owner.id()));
            return index;
        }

        @Override
        public void write(AccountRecord value, ObjectNode document) {
            document.put("id", value.id())
                    .put("name", value.name())
                    .put("service", value.serviceLinkName())
                    .put("created_at", value.createdAt().toString());
            Documents.putSubject(document, value.owner());
            Documents.put(document, "provider_id", value.providerId());
            document.set("captured", Json.object(value.told().captured()));
            document.set("inputs", Json.object(value.told().inputs()));
            document.set("resource_servers", Json.array(value.told().resourceServers()));
            document.set("requested_scopes", Json.array(value.told().consent().requested()));
            document.set("granted_scopes", Json.array(value.told().consent().granted()));
            document.set("tokens", Json.array(value.tokens()));
        }

        @Override
        public AccountRecord read(ObjectNode document) {
            return new AccountRecord(
                    Json.text(document, "id", Documents.WHAT),
                    Json.text(document, "name", Documents.WHAT),
                    Json.text(document, "service", Documents.WHAT),
                    Documents.subject(document),
                    Documents.text(document, "provider_id"),
                    Documents.instant(document, "created_at"),
                    new Told(
                            Json.textMap(document, "captured", Documents.WHAT),
                            Json.textMap(document, "inputs", Documents.WHAT),
                            Json.texts(document, "resource_servers", Documents.WHAT),
                            document.has("requested_scopes") ? consent(document) : Consent.UNKNOWN),
                    Json.texts(document, "tokens", Documents.WHAT));
        }

        private static Consent consent(ObjectNode document) {
            return new Consent(
                    Json.texts(document, "requested_scopes", Documents.WHAT),
                    Json.texts(document, "granted_scopes", Documents.WHAT));
        }
    }
}
