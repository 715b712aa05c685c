package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.computed.Formula;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenResponseReader;
import dev.connections.oauth.internal.wire.FormEncoding;
import dev.connections.oauth.internal.wire.JsonText;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes token requests, sends each, and reads what comes back. Thread-safe, blocks. */
final class TokenEndpoint {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Secret ACCEPT_JSON = Secret.of(JSON); // some servers answer with a form unless asked

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final OAuth2Definition definition;
    private final Authenticator authenticator;
    private final List<String> resources;
    private final TokenResponseReader reader;
    private final AnswerJudge judge;
    private final TokenProofs proofs = new TokenProofs();

    TokenEndpoint(OAuth2Definition definition) {
        this.definition = definition;
        authenticator = new Authenticator(definition);
        resources = definition.authorization().resources();
        reader = new TokenResponseReader(definition.response(), definition.captures());
        judge = new AnswerJudge(definition);
    }

    /**
     * Makes a request and decides what the answer means.
     *
     * @throws dev.connections.ConnectionException what the auth client throws; an answer of any kind is returned
     */
    TokenAnswer send(Exchange exchange, Server server, StrategyContext<?> context) {
        return judge(post(exchange, server, context), exchange);
    }

    /** Makes one request; where it was refused for its proof of possession alone, once more with a better one. */
    Answered post(Exchange exchange, Server server, StrategyContext<?> context) {
        long begun = context.ticker().getAsLong();
        Answered first = once(exchange, server, context, Call.DEFAULT_LIMIT);
        if (!proofs.improves(exchange, first)) {
            return first;
        }
        Duration left = Call.DEFAULT_LIMIT.minusNanos(context.ticker().getAsLong() - begun); // both fit one lease
        Answered second = once(exchange, server, context, left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
        var unused = proofs.improves(exchange, second); // what it says is for the next request
        return second;
    }

    private Answered once(Exchange exchange, Server server, StrategyContext<?> context, Duration limit) {
        Written written = written(exchange, server, context);
        Call call = written.call().withLimit(limit);
        return send(proofs.proven(call, exchange.proofKey(), context.clock().instant()), server, context)
                .computing(written.computed());
    }

    /** Makes a request that is already written. */
    Answered send(Call call, Server server, StrategyContext<?> context) {
        return read(reply(call, server, context), context);
    }

    /** Makes a request whose answer is no token response. */
    Reply reply(Call call, Server server, StrategyContext<?> context) {
        return server.clientFor(call.uri(), context.http()).send(call);
    }

    /** Reads an answer as a token response, errors included. */
    Answered read(Reply reply, StrategyContext<?> context) {
        Instant now = context.clock().instant();
        return new Answered(reply, reader.read(reply.body(), reply.header("content-type"), now), now, List.of());
    }

    /** Decides what an answer means. */
    TokenAnswer judge(Answered answered, Exchange exchange) {
        return judge.judge(answered, exchange);
    }

    /** Writes a request, of no formulas, with its one client authentication. */
    Call call(Exchange exchange, Server server, StrategyContext<?> context) {
        return written(exchange, server, context).call();
    }

    /** Writes a request with its one client authentication. */
    Written written(Exchange exchange, Server server, StrategyContext<?> context) {
        Authenticator.Proof proof =
                authenticator.proof(exchange.format(), server, context.clock().instant());
        var parameters = new LinkedHashMap<>(exchange.revealParameters());
        parameters.putAll(proof.parameters());
        var known = new RequestKnown(definition, exchange, context);
        Map<String, String> sent = exchange.format().applyTo(parameters);
        List<Secret> hidden = compute(exchange, known, sent);
        Call body = body(exchange, sent, exchange.asksForAll() ? resources : List.of());
        Call bare = proof.identity().map(body::withIdentity).orElse(body);
        Written written = headed(exchange, new Written(bare, hidden), known);
        return proof.header()
                .map(value -> written.withHeader("Authorization", value))
                .orElse(written);
    }

    /** Adds the computed parameters, and returns those that nobody may see. */
    private static List<Secret> compute(Exchange exchange, RequestKnown known, Map<String, String> sent) {
        var hidden = new ArrayList<Secret>();
        exchange.format()
                .computed()
                .forEach((name, formula) -> formula.value(known).ifPresent(value -> {
                    sent.put(name, value.reveal());
                    if (formula.holdsSecrets()) {
                        hidden.add(value);
                    }
                }));
        return hidden;
    }

    /** RFC 8707, section 2: the one parameter that is repeated. */
    private static String form(Map<String, String> parameters, List<String> resources) {
        var form = new StringBuilder(FormEncoding.encode(parameters));
        for (String each : resources) {
            form.append(form.isEmpty() ? "" : "&").append("resource=").append(FormEncoding.encode(each));
        }
        return form.toString();
    }

    private static String object(Map<String, String> parameters, List<String> resources) {
        var all = new LinkedHashMap<>(parameters);
        resources.forEach(each -> all.put("resource", each)); // one at most, see Applicability
        return JsonText.object(all);
    }

    private static Call body(Exchange exchange, Map<String, String> parameters, List<String> resources) {
        if (exchange.format().isGet()) {
            String query = exchange.endpoint().getRawQuery() == null ? "?" : "&";
            return Call.of("GET", URI.create(exchange.endpoint() + query + form(parameters, resources)));
        }
        boolean json = exchange.format().isJson();
        String body = json ? object(parameters, resources) : form(parameters, resources);
        return Call.post(exchange.endpoint(), json ? JSON : FORM, Secret.of(body));
    }

    private static Written headed(Exchange exchange, Written bare, RequestKnown known) {
        Written written = bare.withHeader("Accept", ACCEPT_JSON);
        for (var header : exchange.format().headers().entrySet()) {
            written = written.withHeader(header.getKey(), Secret.of(header.getValue()));
        }
        RequestKnown whole =
                known.writing(bare.call().body().map(Secret::reveal).orElse(""));
        for (var header : exchange.format().computedHeaders().entrySet()) {
            Formula formula = header.getValue();
            Optional<Secret> value = formula.value(whole);
            written = value.isPresent()
                    ? written.computing(header.getKey(), value.get(), formula.holdsSecrets())
                    : written;
        }
        return written;
    }
}
