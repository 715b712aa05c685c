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

    /** What the service and the user told, and when the service did last. */
    public record Told(
            Map<String, String> captured,
            Map<String, String> inputs,
            List<String> resourceServers,
            Consent consent,
            Instant at) {
        public Told {
            captured = Map.copyOf(captured);
            inputs = Map.copyOf(inputs);
            resourceServers = List.copyOf(resourceServers);
        }

        /** Returns what is known with the news of a credential, the scopes apart; the same if the account was told later. */
        Told hearing(CredentialRecord credential) {
            News news = credential.news();
            if (news.equals(News.NONE) || credential.obtainedAt().isBefore(at)) {
                return this;
            }
            return new Told(
                    News.over(captured, news.captured()),
                    inputs,
                    news.resourceServers().isEmpty() ? resourceServers : news.resourceServers(),
                    consent,
                    at);
        }

        Told granting(Optional<List<String>> scopes, Instant when) {
            return new Told(
                    captured,
                    inputs,
                    resourceServers,
                    scopes.map(consent::granting).orElse(consent),
                    when);
        }
    }

    @Override
    public Map<String, String> captured() {
        return told.captured();
    }

    @Override
    public Map<String, String> inputs() {
        return told.inputs();
    }

    @Override
    public String toString() {
        return "Account[" + id + ", " + serviceLinkName + "]";
    }

    /** Returns a copy with another display name. */
    public AccountRecord named(String next) {
        return new AccountRecord(id, next, serviceLinkName, owner, providerId, createdAt, told, tokens);
    }

    /** Returns a copy that has heard what the service told beside a credential; equal if that is nothing new. */
    public AccountRecord hearing(CredentialRecord credential) {
        return with(told.hearing(credential));
    }

    /** Returns a copy that names a place at the service, with resource servers of its own if there are any. */
    public AccountRecord choosing(String choice, String id, List<String> servers) {
        return with(new Told(
                News.over(told.captured(), Map.of(choice, id)),
                told.inputs(),
                servers.isEmpty() ? told.resourceServers() : servers,
                told.consent(),
                told.at()));
    }

    /** Whether what the service told beside a credential was not taken over yet. */
    public boolean behind(CredentialRecord credential) {
        return !credential.news().equals(News.NONE) && told.at().isBefore(credential.obtainedAt());
    }

    /** Returns a copy that has taken over what the service told beside a credential, and what its tokens may do now. */
    public AccountRecord taking(CredentialRecord credential, Optional<List<String>> granted) {
        return credential.obtainedAt().isBefore(told.at())
                ? this
                : with(told.hearing(credential).granting(granted, credential.obtainedAt()));
    }

    private AccountRecord with(Told next) {
        return next.equals(told)
                ? this
                : new AccountRecord(id, name, serviceLinkName, owner, providerId, createdAt, next, tokens);
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
            value.told().consent().write(document);
            document.put("told_at", value.told().at().toString());
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
                            Consent.read(document),
                            Documents.text(document, "told_at")
                                    .map(Documents::instant)
                                    .orElseGet(() -> Documents.instant(document, "created_at"))),
                    Json.texts(document, "tokens", Documents.WHAT));
        }
    }
}
