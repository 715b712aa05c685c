package dev.connections.internal.flow;

import dev.connections.Authorization;
import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionException;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.Field;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.spi.Credential;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The four kinds of flows, of services that leave inputs open. */
final class InputFlows {
    private InputFlows() {}

    /** Returns the flow that asks for the inputs first. */
    @SuppressWarnings("unchecked") // a flow of the kind that the strategy's is; there are four
    static <F extends AuthorizationFlow> F of(AskedInputs<F> asked) {
        concerning(asked, () -> {
            asked.refuseSharedNames();
            return asked;
        });
        F unfilled = asked.unfilled();
        if (unfilled instanceof RedirectFlow) {
            return (F) new Redirect((AskedInputs<RedirectFlow>) asked);
        }
        if (unfilled instanceof DeviceFlow) {
            return (F) new Device((AskedInputs<DeviceFlow>) asked);
        }
        if (unfilled instanceof DirectFlow<?>) {
            return (F) new Direct<>((AskedInputs<DirectFlow<Credential>>) asked);
        }
        return (F) new Unattended((AskedInputs<UnattendedFlow>) asked);
    }

    /** Says in a failure whose it is. */
    private static <T> T concerning(AskedInputs<?> asked, Supplier<T> step) {
        try {
            return step.get();
        } catch (ConnectionException e) {
            var key = asked.scene().key();
            throw e.concerning(key.linkName(), key.environment(), key.subject());
        }
    }

    private record Redirect(AskedInputs<RedirectFlow> asked) implements RedirectFlow {
        @Override
        public List<Field> fields() {
            return asked.fields();
        }

        @Override
        public Map<String, String> defaults() {
            return asked.defaults();
        }

        @Override
        public RedirectFlow withInputs(Map<String, String> inputs) {
            return concerning(asked, () -> new Redirect(asked.with(inputs)));
        }

        private RedirectFlow filled() {
            return concerning(
                    asked,
                    () -> asked.own().isEmpty() ? asked.flow() : asked.flow().withInputs(asked.own()));
        }

        private RedirectFlow begun(String sessionState) {
            return concerning(asked, () -> asked.begunWith(sessionState));
        }

        @Override
        public AuthorizationRequest begin(String redirectUri) {
            return concerning(
                    asked,
                    () -> asked.own().isEmpty()
                            ? asked.flow().begin(redirectUri)
                            : asked.flow().begin(redirectUri, asked.own()));
        }

        @Override
        public Authorization complete(URI callback, String sessionState) {
            return begun(sessionState).complete(callback, sessionState);
        }

        @Override
        public Authorization complete(Map<String, List<String>> parameters, String sessionState) {
            return begun(sessionState).complete(parameters, sessionState);
        }

        @Override
        public AuthorizationRequest beginCopying(String shownAt) {
            return filled().beginCopying(shownAt);
        }

        @Override
        public Authorization completeCopied(Secret code, String sessionState) {
            return begun(sessionState).completeCopied(code, sessionState);
        }

        @Override
        public Authorization redeem(Secret grantToken) {
            return filled().redeem(grantToken);
        }
    }

    private record Device(AskedInputs<DeviceFlow> asked) implements DeviceFlow {
        @Override
        public List<Field> fields() {
            return asked.fields();
        }

        @Override
        public Map<String, String> defaults() {
            return asked.defaults();
        }

        @Override
        public DeviceFlow withInputs(Map<String, String> inputs) {
            return concerning(asked, () -> new Device(asked.with(inputs)));
        }

        @Override
        public Prompt begin() {
            return concerning(asked, () -> asked.flow().withInputs(asked.own())).begin();
        }
    }

    private record Unattended(AskedInputs<UnattendedFlow> asked) implements UnattendedFlow {
        @Override
        public List<Field> fields() {
            return asked.fields();
        }

        @Override
        public Map<String, String> defaults() {
            return asked.defaults();
        }

        @Override
        public UnattendedFlow withInputs(Map<String, String> inputs) {
            return concerning(asked, () -> new Unattended(asked.with(inputs)));
        }

        @Override
        public Authorization grant() {
            return concerning(asked, () -> asked.flow().withInputs(asked.own())).grant();
        }
    }

    private record Direct<I extends Credential>(AskedInputs<DirectFlow<I>> asked) implements DirectFlow<I> {
        @Override
        public List<Field> fields() {
            return asked.fields();
        }

        @Override
        public Map<String, String> defaults() {
            return asked.defaults();
        }

        @Override
        public DirectFlow<I> withInputs(Map<String, String> inputs) {
            return concerning(asked, () -> new Direct<>(asked.with(inputs)));
        }

        @Override
        public Authorization with(I input) {
            return concerning(asked, asked::flow).with(input);
        }

        @Override
        public Authorization withValues(Map<String, String> values) {
            var inputs = new HashMap<>(values);
            inputs.keySet().removeIf(name -> !asked.asks(name));
            var parameters = new HashMap<>(values);
            parameters.keySet().removeIf(asked::asks);
            return concerning(asked, () -> asked.with(inputs).flow()).withValues(parameters);
        }
    }
}
