package dev.connections.spi;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Field;
import dev.connections.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The parameters of a credential: what to ask a person for, and how to take a credential apart and put it together.
 * Immutable.
 *
 * <pre>{@code
 * CredentialForm.text("key_id", "Key ID", HmacKey::keyId)
 *     .andSecret("key", "Signing key", HmacKey::key)
 *     .into(values -> new HmacKey(values.text("key_id"), values.secret("key")));
 * }</pre>
 *
 * @param <C> the credential
 */
public final class CredentialForm<C extends Credential> {
    private static final int CODEC_VERSION = 1;

    private final List<Part<C>> parts;
    private final Function<Values, C> factory;

    private CredentialForm(List<Part<C>> parts, Function<Values, C> factory) {
        this.parts = List.copyOf(parts);
        this.factory = factory;
    }

    /** {@return the fields to ask for, in order} */
    public List<Field> fields() {
        return parts.stream().map(Part::field).toList();
    }

    /** {@return the codec that stores the credential under its field names, version 1} */
    public CredentialStrategy.CredentialCodec<C> codec() {
        return new FormCodec();
    }

    /**
     * Starts a form with a value that may be shown.
     *
     * @param key the Actual Parameter, stable forever
     * @param displayName the label
     * @param reader reads the value from a credential
     * @param <C> the credential
     * @return the form's draft
     */
    public static <C extends Credential> Draft<C> text(String key, String displayName, Function<C, String> reader) {
        return new FormDraft<C>(List.of()).andText(key, displayName, reader);
    }

    /**
     * Starts a form with a secret value.
     *
     * @param key the Actual Parameter, stable forever
     * @param displayName the label
     * @param reader reads the value from a credential
     * @param <C> the credential
     * @return the form's draft
     */
    public static <C extends Credential> Draft<C> secret(String key, String displayName, Function<C, Secret> reader) {
        return new FormDraft<C>(List.of()).andSecret(key, displayName, reader);
    }

    /** The values of a form. */
    public interface Values {
        /**
         * Returns a value that may be shown.
         *
         * @param key the Actual Parameter
         * @return the text
         */
        String text(String key);

        /**
         * Returns a secret value.
         *
         * @param key the Actual Parameter
         * @return the secret
         */
        Secret secret(String key);
    }

    /**
     * A form under construction. Immutable.
     *
     * @param <C> the credential
     */
    public interface Draft<C extends Credential> {
        /**
         * Adds a value that may be shown.
         *
         * @param key the Actual Parameter, stable forever
         * @param displayName the label
         * @param reader reads the value from a credential
         * @return the longer draft
         */
        Draft<C> andText(String key, String displayName, Function<C, String> reader);

        /**
         * Adds a secret value.
         *
         * @param key the Actual Parameter, stable forever
         * @param displayName the label
         * @param reader reads the value from a credential
         * @return the longer draft
         */
        Draft<C> andSecret(String key, String displayName, Function<C, Secret> reader);

        /**
         * Finishes the form.
         *
         * @param factory makes the credential from its values
         * @return the form
         */
        CredentialForm<C> into(Function<Values, C> factory);
    }

    private record Part<C>(Field field, Function<C, Secret> reader) {}

    private record FormDraft<C extends Credential>(List<Part<C>> parts) implements Draft<C> {
        @Override
        public Draft<C> andText(String key, String displayName, Function<C, String> reader) {
            return with(new Part<>(Field.text(key, displayName), credential -> Secret.of(reader.apply(credential))));
        }

        @Override
        public Draft<C> andSecret(String key, String displayName, Function<C, Secret> reader) {
            return with(new Part<>(Field.secret(key, displayName), reader));
        }

        private Draft<C> with(Part<C> next) {
            var longer = new ArrayList<>(parts);
            longer.add(next);
            return new FormDraft<>(List.copyOf(longer));
        }

        @Override
        public CredentialForm<C> into(Function<Values, C> factory) {
            if (parts.stream().map(part -> part.field().name()).distinct().count() < parts.size()) {
                throw new ConnectionConfigurationException(
                        "parameter_malformed",
                        "two parameters of one form have the same name "
                                + parts.stream()
                                        .map(part -> part.field().name())
                                        .toList()
                                + "; give each its own",
                        null);
            }
            return new CredentialForm<>(parts, factory);
        }
    }

    private record StoredValues(Map<String, Secret> values) implements Values {
        @Override
        public String text(String key) {
            return secret(key).reveal();
        }

        @Override
        public Secret secret(String key) {
            Secret value = values.get(key);
            if (value == null) {
                throw new ConnectionConfigurationException(
                        "parameter_mismatch",
                        "the credential has no value for \"" + key + "\"; connect again with every parameter filled in",
                        null);
            }
            return value;
        }
    }

    private final class FormCodec implements CredentialStrategy.CredentialCodec<C> {
        @Override
        public int version() {
            return CODEC_VERSION;
        }

        @Override
        public Map<String, Secret> write(C credential) {
            return parts.stream()
                    .collect(Collectors.toMap(
                            part -> part.field().name(),
                            part -> part.reader().apply(credential),
                            (first, second) -> first,
                            LinkedHashMap::new));
        }

        @Override
        public C read(int version, Map<String, Secret> values) {
            return factory.apply(new StoredValues(values));
        }
    }
}
