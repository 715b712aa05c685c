package dev.connections.oauth.internal.rehearsal;

import dev.connections.oauth.internal.definition.CaptureRule;
import dev.connections.oauth.internal.definition.ChoiceRule;
import dev.connections.oauth.internal.definition.Document;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.definition.ResponseFormat;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.StrategyContext.Grant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers of one definition's server, in its dialect: one that serves at each of its endpoints. Immutable. */
public final class SampleAnswer {
    private static final String ACCESS = "access_token";
    private static final String REFRESH = "refresh_token";
    private static final String TYPE = "token_type";
    private static final int LONGEST_LABEL = 20; // twice as long as text, in a label of 63 characters

    private final OAuth2Definition definition;

    public SampleAnswer(OAuth2Definition definition) {
        this.definition = definition;
    }

    /** Returns the body; an ID token is not in it. */
    public Document body() {
        Document answer = Document.EMPTY
                .with("active", true)
                .with("device_code", standIn("device_code"))
                .with("user_code", "CODE")
                .with("verification_uri", "https://verification.example")
                .with("request_uri", "urn:ietf:params:oauth:request_uri:" + standIn("request_uri"));
        ResponseFormat format = definition.response();
        if (format.success().isPresent()) {
            answer = put(
                    answer,
                    format.success().get().path(),
                    format.success().get().value());
        }
        for (Map.Entry<String, List<String>> token : format.tokens().entrySet()) {
            answer = putToken(answer, token.getKey(), token.getValue());
        }
        for (CaptureRule rule : definition.captures()) {
            answer = rule.parameter().isPresent() ? answer : put(answer, rule.path(), value(rule));
        }
        return answer;
    }

    /** Returns the body of a list of choices: none, since the one that is explained stands for all. */
    public static String choices(ChoiceRule rule) {
        return rule.list().isEmpty()
                ? "[]"
                : put(Document.EMPTY, rule.list(), List.of()).toJson();
    }

    /** Returns what a callback says, under the names that the server uses. */
    public Map<String, String> callback() {
        var callback = new LinkedHashMap<String, String>();
        callback.put("code", standIn("code"));
        definition.authorization().names().received().forEach((actual, standard) -> {
            if (List.of("code", "state").contains(standard)) {
                callback.put(actual, standIn(standard));
            }
        });
        definition.captures().forEach(rule -> rule.parameter().ifPresent(name -> callback.put(name, value(rule))));
        definition.server().issuer().ifPresent(issuer -> callback.put("iss", issuer));
        return callback;
    }

    private Document putToken(Document answer, String name, List<String> path) {
        String prefix = name.equals(Grant.DEFAULT_TOKEN) ? "" : name + "_";
        ResponseFormat format = definition.response();
        boolean bound = definition.proofAlgorithm().isPresent();
        Document with = definition.grant().mints()
                ? answer
                : put(answer, beside(path, format.member(REFRESH)), standIn(prefix + REFRESH));
        with = put(with, beside(path, format.member(TYPE)), bound ? "DPoP" : "Bearer");
        return put(with, path, standIn(prefix + ACCESS)); // the last: some services renew a token with itself
    }

    private static List<String> beside(List<String> path, String name) {
        var sibling = new ArrayList<>(path);
        sibling.set(path.size() - 1, name);
        return sibling;
    }

    private static String value(CaptureRule rule) {
        String name = rule.name().toLowerCase(Locale.ROOT);
        String label = name.substring(0, Math.min(name.length(), LONGEST_LABEL));
        return rule.firstHost()
                .map(host -> "https://" + host.replace("*", standIn(label)))
                .orElseGet(() -> standIn(name));
    }

    private static Document put(Document into, List<String> path, Object value) {
        String first = path.get(0);
        return path.size() == 1
                ? into.with(first, value)
                : into.with(first, put(into.object(first), path.subList(1, path.size()), value));
    }

    private static String standIn(String name) {
        return Rehearsal.standIn(name).reveal();
    }
}
