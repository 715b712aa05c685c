package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.json.Json;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One token of an account, as its strategy's codec wrote it, and whether it may be used.
 *
 * @param minted when it was made and renewed lately, where its service limits that
 */
public record CredentialRecord(
        String accountId,
        String token,
        Parts parts,
        Instant obtainedAt,
        Optional<Instant> due,
        State state,
        News news,
        List<Instant> minted) {
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9_]{1,50}");

    /**
     * Where the document keeps what is known of refreshes that failed, if it was sealed anew since: only that clears the
     * attempt columns without ending the try. Any other write drops it.
     */
    public static final String FAILURES = "failures";

    /** How credentials are stored. */
    public static final RecordType<CredentialRecord> TYPE = new Type();

    /** What a codec wrote. */
    public record Parts(String authenticationType, int version, Map<String, Secret> values) {
        public Parts {
            values = Map.copyOf(values);
        }
    }

    /** Whether it may be used. */
    public record State(
            AuthorizationStatus status, Optional<AuthorizationStatus.Reason> reason, String error, String description) {
        /** What the service said, in one line; empty if it said nothing. */
        public String detail() {
            return description.isEmpty() ? error : error + ": " + description;
        }

        /** Usable. */
        public static final State ACTIVE = new State(AuthorizationStatus.ACTIVE, Optional.empty(), "", "");

        /** A user must act. */
        public static State reauthorize(AuthorizationStatus.Reason reason, String error, String description) {
            return new State(AuthorizationStatus.REAUTHORIZATION_REQUIRED, Optional.of(reason), error, description);
        }

        /** The identity differs. */
        public static State hold(String doubt) {
            return new State(AuthorizationStatus.SECURITY_HOLD, Optional.empty(), doubt, "");
        }
    }

    public CredentialRecord {
        minted = List.copyOf(minted);
    }

    /** Checks the name of a token, which is part of the record's id. */
    public static String checkedToken(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new ConnectionConfigurationException(
                    "token_unknown",
                    "no token has the name " + Texts.clean(token) + "; names are 1 to 50 of a-z, 0-9 and _, for example"
                            + " \"default\" or \"user\"",
                    null);
        }
        return token;
    }

    /** The record's id. */
    public static String id(String accountId, String token) {
        return accountId + "." + token;
    }

    /** Returns a copy in another state. */
    public CredentialRecord in(State next) {
        return new CredentialRecord(accountId, token, parts, obtainedAt, Optional.empty(), next, news, minted);
    }

    /** Returns a copy that nobody is asked to renew. */
    public CredentialRecord neverDue() {
        return new CredentialRecord(accountId, token, parts, obtainedAt, Optional.empty(), state, news, minted);
    }

    private static final class Type implements RecordType<CredentialRecord> {
        @Override
        public Kind kind() {
            return Kind.CREDENTIAL;
        }

        @Override
        public Map<String, String> index(CredentialRecord value) {
            var index = new HashMap<String, String>();
            index.put(Index.ACCOUNT, value.accountId());
            index.put(Index.STATUS, value.state().status().name());
            value.due()
                    .ifPresent(due -> index.put(
                            Index.DUE, due.truncatedTo(ChronoUnit.SECONDS).toString()));
            return index;
        }

        @Override
        public void write(CredentialRecord value, ObjectNode document) {
            document.remove(FAILURES);
            document.put("account", value.accountId())
                    .put("token", value.token())
                    .put("authentication_type", value.parts().authenticationType())
                    .put("codec", value.parts().version())
                    .put("obtained_at", value.obtainedAt().toString())
                    .put("status", value.state().status().name())
                    .put("error", value.state().error())
                    .put("error_description", value.state().description());
            Documents.put(document, "reason", value.state().reason().map(Enum::name));
            Documents.put(document, "due", value.due().map(Instant::toString));
            Documents.putSecrets(document, "values", value.parts().values());
            document.remove("minted");
            if (!value.minted().isEmpty()) {
                document.set(
                        "minted",
                        Json.array(
                                value.minted().stream().map(Instant::toString).toList()));
            }
            document.remove("news");
            if (!value.news().equals(News.NONE)) {
                value.news().write(document.putObject("news"));
            }
        }

        @Override
        public CredentialRecord read(ObjectNode document) {
            return new CredentialRecord(
                    Json.text(document, "account", Documents.WHAT),
                    Json.text(document, "token", Documents.WHAT),
                    new Parts(
                            Json.text(document, "authentication_type", Documents.WHAT),
                            document.path("codec").asInt(1),
                            Documents.secrets(document, "values")),
                    Documents.instant(document, "obtained_at"),
                    Documents.text(document, "due").map(Documents::instant),
                    new State(
                            Documents.constant(
                                    AuthorizationStatus.class, Json.text(document, "status", Documents.WHAT)),
                            Documents.text(document, "reason")
                                    .map(name -> Documents.constant(AuthorizationStatus.Reason.class, name)),
                            document.path("error").asText(""),
                            document.path("error_description").asText("")),
                    document.has("news") ? News.read(document.withObject("/news")) : News.NONE,
                    Json.texts(document, "minted", Documents.WHAT).stream()
                            .map(Documents::instant)
                            .toList());
        }
    }
}
