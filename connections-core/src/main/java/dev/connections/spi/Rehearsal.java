package dev.connections.spi;

import dev.connections.AuthorizationFlow;
import dev.connections.Secret;
import dev.connections.internal.explain.StandIn;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.StrategyContext.Grant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a strategy is run for {@link dev.connections.Service#explain()}: its own flow, refresher, revoker and introspector run
 * against a client that records each request and sends none, and {@link CredentialStrategy#apply} dresses a request that is
 * printed. What is overridden here makes that complete; a strategy without anything to say is run as it is. Immutable.
 *
 * @param <C> the stored credential
 * @param <F> the flow
 */
public interface Rehearsal<C extends Credential, F extends AuthorizationFlow> {
    /** The time of every explanation. What a request says of it is shown by name where {@link #changing} names it. */
    Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * Returns the strategy that is run: an equal one with {@link #standIn} in place of each of its secrets, where it can be made.
     * Secrets that {@link CredentialStrategy#settings()} names are shown by their names where they stand as they are, or as forms,
     * URIs, JSON, hexadecimal digits or base64 write them. What is written in another way, encrypted or compressed with them is
     * not recognized: a strategy that does so must be made with stand-ins here.
     *
     * @return the strategy
     */
    CredentialStrategy<C, F> strategy();

    /**
     * Answers a request as the service does when all is well.
     *
     * @param call the request
     * @return the answer; empty where only the service knows it, which ends what was running; {@code {}} unless overridden
     */
    default Optional<Reply> answer(Call call) {
        return Optional.of(json("{}"));
    }

    /** {@return the parameters of a callback, without {@code state}; {@code code} unless overridden} */
    default Map<String, String> callback() {
        return Map.of("code", standIn("code").reveal());
    }

    /** {@return what the flow gets, for where it cannot be run to its end without the service; empty unless overridden} */
    default Optional<Grant<C>> grant() {
        return Optional.empty();
    }

    /** {@return the names of headers, parameters and claims that are new in each request, and shown by name} */
    default Set<String> changing() {
        return Set.of();
    }

    /** {@return what somebody must have before connecting, half a sentence each, such as a client id and a client secret} */
    default List<String> needs() {
        return List.of();
    }

    /** {@return the options that make the service differ from the standard; none unless overridden} */
    default List<Knob> knobs() {
        return List.of();
    }

    /**
     * Returns the rehearsal of a strategy that has nothing to say.
     *
     * @param strategy the strategy
     * @param <C> the stored credential
     * @param <F> the flow
     * @return the rehearsal
     */
    static <C extends Credential, F extends AuthorizationFlow> Rehearsal<C, F> of(CredentialStrategy<C, F> strategy) {
        return () -> strategy;
    }

    /**
     * Returns text in place of a value, which an explanation shows as its name in angle brackets. At least 48 letters and digits.
     *
     * @param name lower-case letters, digits and underscores, such as {@code client_secret}
     * @return the text
     */
    static Secret standIn(String name) {
        return StandIn.of(name);
    }

    /**
     * Returns an answer with status 200.
     *
     * @param body the JSON text
     * @return the answer
     */
    static Reply json(String body) {
        return new Reply(
                200, Map.of("content-type", List.of("application/json")), body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One option that differs from the standard.
     *
     * @param option the option in Java, such as {@code withScopeDelimiter(",")}
     * @param member the member of {@link StrategyProvider.Settings#json()}, with its path, such as {@code scope_delimiter}
     * @param value the member's value as JSON, without secrets
     * @param reason why, and where that is written; empty where the definition need not say it
     */
    record Knob(String option, String member, String value, Optional<String> reason) {}
}
