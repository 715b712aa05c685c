package dev.connections.internal.strategy;

import dev.connections.Basic;
import dev.connections.BasicCredential;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Field;
import dev.connections.internal.json.Json;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.StrategyProvider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** User name and password (RFC 7617), UTF-8. */
public record BasicStrategy(Field username, Field password, Place place) implements Basic {
    static final String TYPE = "basic";
    static final StrategyProvider PROVIDER = new Provider();

    /** Where the values travel. */
    enum Place {
        HEADER,
        QUERY,
        FORM
    }

    public BasicStrategy {
        if (username.name().equals(password.name())
                || !password.secret()
                || username.name().isBlank()
                || password.name().isBlank()) {
            throw new ConnectionConfigurationException(
                    "parameter_malformed",
                    "Basic needs two parameters with names of their own, the second secret; for example"
                            + " fields(Field.text(\"api_user\", \"API user\"), Field.secret(\"api_key\", \"API key\"))",
                    null);
        }
    }

    /** Returns the strategy that sends the Authorization header. */
    public static Basic header(Field username, Field password) {
        return new BasicStrategy(username, password, Place.HEADER);
    }

    @Override
    public Basic inQuery() {
        return new BasicStrategy(username, password, Place.QUERY);
    }

    @Override
    public Basic inForm() {
        return new BasicStrategy(username, password, Place.FORM);
    }

    @Override
    public String authenticationType() {
        return TYPE;
    }

    @Override
    public CredentialForm<BasicCredential> form() {
        return CredentialForm.text(username.name(), username.displayName(), this::checkedUsername)
                .andSecret(password.name(), password.displayName(), BasicCredential::password)
                .into(values -> new BasicCredential(values.text(username.name()), values.secret(password.name())));
    }

    private String checkedUsername(BasicCredential credential) {
        if (place == Place.HEADER && credential.username().indexOf(':') >= 0) {
            throw new ConnectionConfigurationException(
                    "credential_malformed",
                    username.displayName()
                            + " contains a colon, which Basic cannot carry (RFC 7617, section 2); enter the"
                            + " part before it as the user name",
                    null);
        }
        return credential.username();
    }

    @Override
    public void apply(BasicCredential credential, OutgoingRequest request) {
        switch (place) {
            case HEADER -> request.header("Authorization", "Basic " + encoded(credential));
            case QUERY ->
                request.query(username.name(), credential.username())
                        .query(password.name(), credential.password().reveal());
            case FORM ->
                request.form(username.name(), credential.username())
                        .form(password.name(), credential.password().reveal());
        }
    }

    private static String encoded(BasicCredential credential) {
        String pair = credential.username() + ":" + credential.password().reveal();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public StrategyProvider.Settings settings() {
        var json = Json.object().put("place", place.name());
        json.set("username", FieldDocuments.write(username));
        json.set("password", FieldDocuments.write(password));
        return StrategyProvider.Settings.of(1, Json.write(json), Map.of());
    }

    private static final class Provider implements StrategyProvider {
        @Override
        public String authenticationType() {
            return TYPE;
        }

        @Override
        public CredentialStrategy<?, ?> create(Settings settings) {
            var json = Json.parse(settings.json(), "settings of basic");
            return new BasicStrategy(
                    FieldDocuments.read(json.path("username"), false),
                    FieldDocuments.read(json.path("password"), true),
                    FieldDocuments.constant(Place.class, json, "place"));
        }
    }
}
