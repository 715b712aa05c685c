package dev.connections.internal.explain;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionDefinition;
import dev.connections.ConnectionException;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.Field;
import dev.connections.RedirectFlow;
import dev.connections.UnattendedFlow;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.Credential;
import dev.connections.spi.Refresher;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.StrategyContext.Grant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One run of a strategy's own code, from the first request to the last. Confined to one explanation. */
final class Rehearsed<C extends Credential, F extends AuthorizationFlow> {
    private static final String TOKEN_REQUEST = "Token request";
    private static final String REFUSED_REDIRECT = "redirect_uri_malformed";

    private final Rehearsal<C, F> rehearsal;
    private final RecordingClient client;
    private final RehearsedContext<C> context;
    private final List<Step> steps = new ArrayList<>();
    private List<Field> fields = List.of();
    private boolean opensBrowser;

    Rehearsed(Rehearsal<C, F> rehearsal, ConnectionDefinition<?> definition) {
        this.rehearsal = rehearsal;
        client = new RecordingClient(rehearsal);
        context = new RehearsedContext<>(definition, client);
    }

    /** Returns what was sent so far. */
    List<Step> steps() {
        return steps.stream().filter(step -> !step.isEmpty()).toList();
    }

    /** Returns what a person is asked for. */
    List<Field> fields() {
        return fields;
    }

    /** Returns what the flow got, or what stands for it. */
    Optional<Grant<C>> grant() {
        return context.saved().or(rehearsal::grant);
    }

    boolean opensBrowser() {
        return opensBrowser;
    }

    RehearsedContext<C> context() {
        return context;
    }

    /** Runs the flow. */
    void connect(String redirectUri) {
        var flows = new ArrayList<AuthorizationFlow>();
        run("Before connecting", () -> {
            AuthorizationFlow flow = rehearsal.strategy().flow(context);
            fields = flow.fields();
            flows.add(flow);
        });
        flows.forEach(flow -> connect(flow, redirectUri));
    }

    private void connect(AuthorizationFlow flow, String redirectUri) {
        if (flow instanceof RedirectFlow redirect) {
            redirect(redirect, redirectUri);
        } else if (flow instanceof DeviceFlow device) {
            device(device);
        } else if (flow instanceof UnattendedFlow unattended) {
            run(TOKEN_REQUEST, unattended::grant);
        } else if (flow instanceof DirectFlow<?> direct) {
            run(TOKEN_REQUEST, () -> direct.withValues(values()));
        }
    }

    private void redirect(RedirectFlow flow, String redirectUri) {
        opensBrowser = true;
        var opened = new ArrayList<String>();
        run("Before the browser goes", () -> {
            var request = fields.isEmpty() ? flow.begin(redirectUri) : flow.begin(redirectUri, values());
            opened.add(request.uri().toString());
        });
        for (String uri : opened) {
            steps.add(Step.browser("Authorization request, opened by the browser", uri));
            run(
                    TOKEN_REQUEST,
                    () -> flow.complete(callback(), StandIn.of("state").reveal()));
        }
    }

    private Map<String, List<String>> callback() {
        var callback = new HashMap<String, List<String>>();
        callback.put("state", List.of(StandIn.of("state").reveal()));
        rehearsal.callback().forEach((name, value) -> callback.put(name, List.of(value)));
        return callback;
    }

    private void device(DeviceFlow flow) {
        var begun = new ArrayList<DeviceFlow.Prompt>();
        run("Device authorization request", () -> begun.add(flow.begin()));
        begun.forEach(prompt -> run(TOKEN_REQUEST, prompt::poll));
    }

    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (Field field : fields) {
            values.put(
                    field.name(),
                    field.options().isEmpty()
                            ? StandIn.of(field.name()).reveal()
                            : field.options().get(0));
        }
        return values;
    }

    /** Refreshes; what went wrong is returned and not thrown. */
    void refresh(Refresher<C> refresher, C credential) {
        run("Refresh request", () -> {
            if (refresher.refresh(credential, context) instanceof Outcome.Failed<C> failed) {
                throw failed.failure();
            }
        });
    }

    /** Keeps a request to the API. */
    void use(String title, Supplier<Call> request) {
        run(title, () -> client.record(request.get()));
    }

    /** Runs one step, and keeps what it sent whatever becomes of it. */
    void run(String title, Runnable step) {
        Optional<String> end = Optional.empty();
        try {
            step.run();
        } catch (ConnectionException failure) {
            end = Optional.of(end(failure));
        } catch (RuntimeException failure) { // somebody else's code, with answers and values that nobody gave
            end = Optional.of(broken(failure));
        }
        boolean again = end.isPresent() && steps.stream().anyMatch(Step::isUnanswered);
        List<Call> calls = client.taken();
        steps.add(Step.calls(title, again ? List.of() : calls, end));
    }

    /** The message may hold anything. */
    private static String broken(RuntimeException failure) {
        return "not rehearsed further: the strategy ended with "
                + failure.getClass().getName()
                + "; it can say how it is rehearsed with rehearsal()";
    }

    private static String end(ConnectionException failure) {
        if (failure instanceof ConnectionConfigurationException
                && failure.code().equals(REFUSED_REDIRECT)) {
            throw failure;
        }
        return failure.code().equals(RecordingClient.UNANSWERED)
                ? Step.UNANSWERED
                : "not rehearsed further: " + failure.problem();
    }
}
