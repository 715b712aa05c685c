package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A strategy may ask for values of its own, also where its service leaves inputs open. */
class OwnFieldsTest {
    private static final Input SHOP = Input.text("shop", "Shop");
    private static final String REDIRECT = "https://app.example.com/callback";

    private final List<Map<String, String>> seen = new ArrayList<>();
    private final List<Connections> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Connections::close);
    }

    private <F extends AuthorizationFlow> ManagedConnection<F> shops(CredentialStrategy<?, F> strategy, Input input) {
        var connections =
                Connections.builder().strategies(StrategyProvider.of(strategy)).build();
        open.add(connections);
        return connections.shared(Service.custom("Shops")
                .resourceServers("https://" + input.place() + ".shops.example")
                .authentication(strategy)
                .withInputs(input)
                .connection("Shops"));
    }

    private RedirectFlow redirect(StrategyContext<ScriptedStrategy.Token> context) {
        return new Leveled(context, seen);
    }

    private UnattendedFlow unattended(UnattendedFlow flow, Map<String, String> given) {
        return new UnattendedFlow() {
            @Override
            public List<Field> fields() {
                return List.of(Field.text("level", "Level"));
            }

            @Override
            public UnattendedFlow withInputs(Map<String, String> inputs) {
                return unattended(flow, inputs);
            }

            @Override
            public Authorization grant() {
                seen.add(given);
                return flow.grant();
            }
        };
    }

    @Test
    void areAskedForBesideTheInputsOfARedirect() {
        var flow = shops(new Asking<>((scripted, context) -> redirect(context)), SHOP)
                .authorize();

        assertThat(flow.fields()).extracting(Field::name).containsExactly("shop", "level");
        assertThat(flow.defaults()).isEqualTo(Map.of("level", "1"));
        assertThat(flow.begin(REDIRECT, Map.of("shop", "acme", "level", "2")).uri())
                .hasHost("authorize.example");

        assertThat(seen).containsExactly(Map.of("level", "2"));
    }

    @Test
    void areGivenToAFlowWithoutUser() {
        var shops = shops(
                new Asking<UnattendedFlow>((scripted, context) -> unattended(scripted.flow(context), Map.of())), SHOP);

        shops.authorize().withInputs(Map.of("shop", "acme", "level", "3")).grant();

        assertThat(seen).containsExactly(Map.of("level", "3"));
        assertThat(shops.resolve("/")).hasHost("acme.shops.example");
    }

    @Test
    void mayNotHaveTheNameOfAnInput() {
        var keyed = shops(Basic.usernameAndPassword(), Input.text("username", "Name"));

        var refused = catchThrowableOfType(ConnectionConfigurationException.class, keyed::authorize);

        assertThat(refused.code()).isEqualTo("input_unusable");
        assertThat(refused).hasMessageContaining("give the input another name");
    }

    /** A strategy with a flow of one's own. */
    private record Asking<F extends AuthorizationFlow>(
            ScriptedStrategy scripted, BiFunction<ScriptedStrategy, StrategyContext<ScriptedStrategy.Token>, F> flow)
            implements CredentialStrategy<ScriptedStrategy.Token, F> {
        Asking(BiFunction<ScriptedStrategy, StrategyContext<ScriptedStrategy.Token>, F> flow) {
            this(new ScriptedStrategy(), flow);
        }

        @Override
        public String authenticationType() {
            return scripted.authenticationType();
        }

        @Override
        public F flow(StrategyContext<ScriptedStrategy.Token> context) {
            return flow.apply(scripted, context);
        }

        @Override
        public void apply(ScriptedStrategy.Token token, OutgoingRequest request) {
            scripted.apply(token, request);
        }

        @Override
        public CredentialCodec<ScriptedStrategy.Token> codec() {
            return scripted.codec();
        }
    }

    /** A redirect that takes its values when it begins. */
    private record Leveled(StrategyContext<ScriptedStrategy.Token> context, List<Map<String, String>> seen)
            implements RedirectFlow {
        @Override
        public List<Field> fields() {
            return List.of(Field.text("level", "Level"));
        }

        @Override
        public Map<String, String> defaults() {
            return Map.of("level", "1");
        }

        @Override
        public AuthorizationRequest begin(String redirectUri) {
            return begin(redirectUri, defaults());
        }

        @Override
        public AuthorizationRequest begin(String redirectUri, Map<String, String> inputs) {
            seen.add(inputs);
            var begun = context.begin(Map.of(), inputs);
            return AuthorizationRequest.of(
                    URI.create("https://authorize.example/?state=" + begun.state()), begun.state(), begun.expiresAt());
        }

        @Override
        public Authorization complete(URI callback, String sessionState) {
            return complete(Map.of("state", List.of(sessionState)), sessionState);
        }

        @Override
        public Authorization complete(Map<String, List<String>> parameters, String sessionState) {
            throw new UnsupportedOperationException("only its beginning is looked at");
        }
    }
}
