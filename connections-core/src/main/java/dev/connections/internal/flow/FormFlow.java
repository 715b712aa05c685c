package dev.connections.internal.flow;

import dev.connections.Authorization;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.DirectFlow;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.internal.definition.Texts;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks a person for a form; saves only what matches the parameters and passes the probe (RULES F4). */
final class FormFlow<C extends Credential> implements DirectFlow<C> {
    private static final int LONGEST = 64 * 1024;

    private final Scene scene;
    private final CredentialStrategy<C, ?> strategy;
    private final CredentialForm<C> form;
    private final StrategyContext<C> context;

    FormFlow(Scene scene, CredentialStrategy<C, ?> strategy, CredentialForm<C> form, StrategyContext<C> context) {
        this.scene = scene;
        this.strategy = strategy;
        this.form = form;
        this.context = context;
    }

    @Override
    public List<Field> fields() {
        return form.fields();
    }

    @Override
    public Authorization with(C input) {
        return checked(form.codec().write(input));
    }

    @Override
    public Authorization withValues(Map<String, String> values) {
        var unknown = new TreeSet<>(values.keySet());
        fields().forEach(field -> unknown.remove(field.name()));
        if (!unknown.isEmpty()) {
            throw refused(
                    "parameter_mismatch",
                    "does not ask for " + Texts.clean(unknown.toString()) + "; fill in only " + labels());
        }
        var secrets = new LinkedHashMap<String, Secret>();
        values.forEach((name, value) -> secrets.put(name, Secret.of(value)));
        return checked(secrets);
    }

    private Authorization checked(Map<String, Secret> values) {
        try {
            fields().forEach(field -> check(field, values.get(field.name())));
            C credential = form.codec().read(form.codec().version(), values);
            Probing.probe(scene, strategy, credential);
            return context.save(StrategyContext.Grant.of(credential));
        } catch (ConnectionException e) {
            throw e.concerning(
                    scene.key().linkName(),
                    scene.key().environment(),
                    scene.key().subject());
        }
    }

    private void check(Field field, @org.jspecify.annotations.Nullable Secret given) {
        if (given == null || given.reveal().isBlank()) {
            throw refused(
                    "parameter_mismatch",
                    "asks for " + labels() + ", but " + field.displayName() + " is missing or blank; fill it in");
        }
        String value = given.reveal();
        if (value.endsWith("\n") || value.endsWith("\r")) {
            throw refused(
                    "credential_malformed",
                    "got a value for " + field.displayName() + " that ends with a line break; enter it without");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw refused(
                    "credential_malformed",
                    "got a value for " + field.displayName() + " with a control character; enter it again");
        }
        if (value.length() > LONGEST) {
            throw refused(
                    "credential_malformed",
                    "got a value for " + field.displayName() + " longer than 64 KiB; enter the right one");
        }
    }

    private String labels() {
        return fields().stream().map(Field::displayName).collect(Collectors.joining(", "));
    }

    private ConnectionException refused(String code, String what) {
        return new ConnectionConfigurationException(
                        code,
                        "the service \"" + scene.defined().value().service().name() + "\" " + what,
                        null)
                .concerning(
                        scene.key().linkName(),
                        scene.key().environment(),
                        scene.key().subject());
    }
}
