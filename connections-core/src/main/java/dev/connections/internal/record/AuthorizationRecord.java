package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Environment;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which account a connection uses, with the scopes requested and granted then. */
public record AuthorizationRecord(
        AuthorizationKey key, String accountId, Consent consent, Trail authorized, Optional<Tested> tested) {
    /** How authorizations are stored. */
    public static final RecordType<AuthorizationRecord> TYPE = new Type();

    /**
     * How the last try of its credentials went.
     *
     * @param refused whether the service refused them, and not only failed to answer
     */
    public record Tested(Instant at, int httpStatus, boolean refused, String serviceText) {}

    /** An authorization that nobody has tried yet. */
    public static AuthorizationRecord untested(
            AuthorizationKey key, String accountId, Consent consent, Trail authorized) {
        return new AuthorizationRecord(key, accountId, consent, authorized, Optional.empty());
    }

    /** Returns a copy with the result of a try. */
    public AuthorizationRecord with(Tested next) {
        return new AuthorizationRecord(key, accountId, consent, authorized, Optional.of(next));
    }

    /** Returns a copy with another consent. */
    public AuthorizationRecord with(Consent next) {
        return new AuthorizationRecord(key, accountId, next, authorized, tested);
    }

    private static final class Type implements RecordType<AuthorizationRecord> {
        @Override
        public Kind kind() {
            return Kind.AUTHORIZATION;
        }

        @Override
        public Map<String, String> index(AuthorizationRecord value) {
            var index = new HashMap<>(keyIndex(value.key()));
            index.put(Index.ACCOUNT, value.accountId());
            value.key().subject().ifPresent(subject -> {
                subject.name().ifPresent(name -> index.put(Index.NAME, name));
                subject.email().ifPresent(email -> index.put(Index.EMAIL, email));
            });
            return index;
        }

        @Override
        public void write(AuthorizationRecord value, ObjectNode document) {
            writeKey(value.key(), document);
            document.put("account", value.accountId());
            value.consent().write(document);
            Documents.putTrail(document, "authorized", value.authorized());
            document.remove("tested");
            value.tested()
                    .ifPresent(tested -> document.putObject("tested")
                            .put("at", tested.at().toString())
                            .put("http_status", tested.httpStatus())
                            .put("refused", tested.refused())
                            .put("service_text", tested.serviceText()));
        }

        private static Optional<Tested> tested(ObjectNode document) {
            return document.has("tested")
                    ? Optional.of(document.withObject("/tested"))
                            .map(tested -> new Tested(
                                    Documents.instant(tested, "at"),
                                    tested.path("http_status").asInt(),
                                    tested.path("refused").asBoolean(),
                                    tested.path("service_text").asText("")))
                    : Optional.empty();
        }

        @Override
        public AuthorizationRecord read(ObjectNode document) {
            return new AuthorizationRecord(
                    readKey(document),
                    Json.text(document, "account", Documents.WHAT),
                    Consent.read(document),
                    Documents.trail(document, "authorized"),
                    tested(document));
        }
    }

    static Map<String, String> keyIndex(AuthorizationKey key) {
        var index = new HashMap<String, String>();
        if (!key.linkName().isEmpty()) { // what was done to an account concerns no one connection
            index.put(Index.CONNECTION, key.linkName());
        }
        key.environment().ifPresent(environment -> index.put(Index.ENVIRONMENT, environment.name()));
        key.subject().ifPresent(subject -> index.put(Index.SUBJECT, subject.id()));
        return index;
    }

    static void writeKey(AuthorizationKey key, ObjectNode document) {
        document.put("connection", key.linkName());
        Documents.put(document, "environment", key.environment().map(Enum::name));
        Documents.putSubject(document, key.subject());
    }

    static AuthorizationKey readKey(ObjectNode document) {
        return new AuthorizationKey(
                Json.text(document, "connection", Documents.WHAT),
                Documents.text(document, "environment").map(name -> Documents.constant(Environment.class, name)),
                Documents.subject(document));
    }
}
