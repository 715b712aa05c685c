package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Environment;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which account a connection uses, with the scopes requested and granted then. */
public record AuthorizationRecord(
        AuthorizationKey key,
        String accountId,
        List<String> requestedScopes,
        List<String> grantedScopes,
        Trail authorized) {
    /** How authorizations are stored. */
    public static final RecordType<AuthorizationRecord> TYPE = new Type();

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
            document.set("requested_scopes", Json.array(value.requestedScopes()));
            document.set("granted_scopes", Json.array(value.grantedScopes()));
            Documents.putTrail(document, "authorized", value.authorized());
        }

        @Override
        public AuthorizationRecord read(ObjectNode document) {
            return new AuthorizationRecord(
                    readKey(document),
                    Json.text(document, "account", Documents.WHAT),
                    Json.texts(document, "requested_scopes", Documents.WHAT),
                    Json.texts(document, "granted_scopes", Documents.WHAT),
                    Documents.trail(document, "authorized"));
        }
    }

    static Map<String, String> keyIndex(AuthorizationKey key) {
        var index = new HashMap<String, String>();
        index.put(Index.CONNECTION, key.linkName());
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
