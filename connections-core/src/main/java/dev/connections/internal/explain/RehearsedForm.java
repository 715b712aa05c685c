package dev.connections.internal.explain;

import dev.connections.Authorization;
import dev.connections.DirectFlow;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Grant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of a credential that is typed, without anybody who types. */
record RehearsedForm<C extends Credential>(CredentialForm<C> form, StrategyContext<C> context)
        implements DirectFlow<C> {
    @Override
    public List<Field> fields() {
        return form.fields();
    }

    @Override
    public Authorization with(C input) {
        return context.save(Grant.of(input));
    }

    @Override
    public Authorization withValues(Map<String, String> values) {
        var secrets = new LinkedHashMap<String, Secret>();
        values.forEach((name, value) -> secrets.put(name, Secret.of(value)));
        return with(form.codec().read(form.codec().version(), secrets));
    }
}
