package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the index, which a store can read, holds what tells who somebody is: clear, or hashed under a key.
 *
 * <p>The other values stay as they are in both forms. Link names of connections and services name no person and are part
 * of record ids; account ids, statuses, environments, due times and key ids say nothing about anybody.
 */
interface IndexNames {
    /** Names people gave, e-mail addresses, ids of subjects and of actors, which often are e-mail addresses. */
    List<String> NAMES = List.of(Index.NAME, Index.EMAIL, Index.SUBJECT, Index.CREATED_BY);

    /** Stands before every hash: the two forms can be told apart without opening the record. */
    String MARK = "hmac-sha256:";

    /** Where the document of a record with hashed names keeps them, so that they can be turned back. */
    String MEMBER = "index";

    /** Names as they are. */
    IndexNames CLEAR = new ClearNames();

    /** Returns the index to store for a clear one; the document keeps what cannot be read from it any more. */
    Map<String, String> written(String tenant, Map<String, String> clear, ObjectNode document);

    /** Returns the query to ask the store for one about clear values. */
    Query asked(Query query);

    /** Whether stored values look as if they had this form. */
    boolean fit(Map<String, String> index);

    /** Returns the clear index of a record in either form. */
    static Map<String, String> clear(Map<String, String> index, ObjectNode document) {
        var clear = new HashMap<>(index);
        clear.putAll(Json.textMap(document, MEMBER, Documents.WHAT));
        return clear;
    }

    /** Names as they are. */
    final class ClearNames implements IndexNames {
        @Override
        public Map<String, String> written(String tenant, Map<String, String> clear, ObjectNode document) {
            document.remove(MEMBER);
            return clear;
        }

        @Override
        public Query asked(Query query) {
            return query;
        }

        @Override
        public boolean fit(Map<String, String> index) {
            return NAMES.stream().noneMatch(name -> index.getOrDefault(name, "").startsWith(MARK));
        }
    }
}
