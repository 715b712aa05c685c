package dev.connections.oauth.internal.definition;

import dev.connections.Secret;
import dev.connections.oauth.JwtAssertion;
import java.util.Map;

/** A client that signs with its own key: {@code private_key_jwt}. */
public record ClientAssertion(AssertionFormat assertion) implements KnownClient {
    static final String MEMBER = "client_assertion";
    private static final String KEY = "client_key";

    /** Returns a client that signs so. */
    public static ClientAssertion of(JwtAssertion assertion) {
        return new ClientAssertion(Wrong.own(AssertionFormat.class, assertion));
    }

    @Override
    public Document into(Document document) {
        return document.with(MEMBER, assertion.named(KEY));
    }

    @Override
    public Map<String, Secret> secrets() {
        return Map.of(KEY, assertion.key());
    }
}
