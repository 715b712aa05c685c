package dev.connections.internal.strategy;

import dev.connections.ApiKey;
import dev.connections.ApiKeyCredential;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.internal.definition.HeaderRules;
import dev.connections.internal.json.Json;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.StrategyProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One or several keys, each in its place. */
public record ApiKeyStrategy(List<Parameter> parameters) implements ApiKey {
    static final String TYPE = "api_key";
    static final StrategyProvider PROVIDER = new Provider();

    /** Where a key travels. */
    enum Place {
        HEADER,
        QUERY,
        FORM,
        COOKIE
    }

    /** One key: its place, Actual Parameter, Display Name and the form it is sent in. */
    record Parameter(Place place, String name, String displayName, KeyFormat format) {
        Parameter {
            if (name.isBlank() || name.equals(ApiKeyCredential.ONLY_PARAMETER)) {
                throw malformed("a parameter has no name; give the name the service's API expects");
            }
            if (place == Place.HEADER || place == Place.COOKIE) {
                HeaderRules.name(name);
            }
        }

        void apply(String key, OutgoingRequest request) {
            String value = format.of(key);
            switch (place) {
                case HEADER -> request.header(name, value);
                case QUERY -> request.query(name, value);
                case FORM -> request.form(name, value);
                case COOKIE -> request.cookie(name, value);
            }
        }
    }

    public ApiKeyStrategy {
        parameters = List.copyOf(parameters);
        var names = parameters.stream().map(Parameter::name).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw malformed("the parameters " + names + " repeat a name or are none; give each its own");
        }
    }

    private static ConnectionConfigurationException malformed(String problem) {
        return new ConnectionConfigurationException("parameter_malformed", problem, null);
    }

    /** Returns a key in a header. */
    public static ApiKey inHeader(String name) {
        return of(Place.HEADER, name);
    }

    /** Returns a key in the query. */
    public static ApiKey inQuery(String name) {
        return of(Place.QUERY, name);
    }

    /** Returns a key in a form. */
    public static ApiKey inForm(String name) {
        return of(Place.FORM, name);
    }

    /** Returns a key in a cookie. */
    public static ApiKey inCookie(String name) {
        return of(Place.COOKIE, name);
    }

    private static ApiKey of(Place place, String name) {
        return new ApiKeyStrategy(List.of(new Parameter(place, name, name, new KeyFormat(KeyFormat.KEY))));
    }

    @Override
    public ApiKey withDisplayName(String name) {
        Parameter last = last();
        return replacingLast(new Parameter(last.place(), last.name(), name, last.format()));
    }

    @Override
    public ApiKey withFormat(String format) {
        Parameter last = last();
        return replacingLast(new Parameter(last.place(), last.name(), last.displayName(), new KeyFormat(format)));
    }

    @Override
    public ApiKey and(ApiKey next) {
        if (!(next instanceof ApiKeyStrategy more)) {
            throw new IllegalArgumentException("a key is made by ApiKey.inHeader(…) and the like, not by " + next);
        }
        var all = new ArrayList<>(parameters);
        all.addAll(more.parameters());
        return new ApiKeyStrategy(all);
    }

    private Parameter last() {
        return parameters.get(parameters.size() - 1);
    }

    private ApiKey replacingLast(Parameter replacement) {
        var all = new ArrayList<>(parameters);
        all.set(all.size() - 1, replacement);
        return new ApiKeyStrategy(all);
    }

    @Override
    public String authenticationType() {
        return TYPE;
    }

    @Override
    public CredentialForm<ApiKeyCredential> form() {
        Parameter first = parameters.get(0);
        var draft = CredentialForm.<ApiKeyCredential>secret(
                first.name(), first.displayName(), credential -> value(credential, first));
        for (Parameter next : parameters.subList(1, parameters.size())) {
            draft = draft.andSecret(next.name(), next.displayName(), credential -> value(credential, next));
        }
        return draft.into(values -> new ApiKeyCredential(parameters.stream()
                .collect(Collectors.toMap(Parameter::name, parameter -> values.secret(parameter.name())))));
    }

    private Secret value(ApiKeyCredential credential, Parameter parameter) {
        Map<String, Secret> values = credential.values();
        Secret only = values.get(ApiKeyCredential.ONLY_PARAMETER);
        if (only != null && values.size() == 1 && parameters.size() == 1) {
            return only;
        }
        var expected = parameters.stream().map(Parameter::name).toList();
        Secret value = values.get(parameter.name());
        if (value == null || values.size() != expected.size()) {
            throw new ConnectionConfigurationException(
                    "parameter_mismatch",
                    "the credential has values for " + new java.util.TreeSet<>(values.keySet())
                            + ", but the service asks for " + labels() + "; give exactly these",
                    null);
        }
        return value;
    }

    private Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        parameters.forEach(parameter -> labels.put(parameter.name(), parameter.displayName()));
        return labels;
    }

    @Override
    public void apply(ApiKeyCredential credential, OutgoingRequest request) {
        parameters.forEach(
                parameter -> parameter.apply(value(credential, parameter).reveal(), request));
    }

    @Override
    public StrategyProvider.Settings settings() {
        var json = Json.object();
        var array = json.putArray("parameters");
        parameters.forEach(
                parameter -> array.add(FieldDocuments.write(Field.secret(parameter.name(), parameter.displayName()))
                        .put("place", parameter.place().name())
                        .put("format", parameter.format().text())));
        return StrategyProvider.Settings.of(1, Json.write(json), Map.of());
    }

    private static final class Provider implements StrategyProvider {
        @Override
        public String authenticationType() {
            return TYPE;
        }

        @Override
        public CredentialStrategy<?, ?> create(Settings settings) {
            var parameters = new ArrayList<Parameter>();
            Json.parse(settings.json(), "settings of api_key")
                    .path("parameters")
                    .forEach(json -> {
                        Field field = FieldDocuments.read(json, true);
                        parameters.add(new Parameter(
                                FieldDocuments.constant(Place.class, json, "place"),
                                field.name(),
                                field.displayName(),
                                new KeyFormat(Json.text(json, "format", "parameter of the service"))));
                    });
            return new ApiKeyStrategy(parameters);
        }
    }
}
