package dev.connections.oauth.internal.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.CaptureRule;
import dev.connections.oauth.internal.definition.ResponseFormat;
import dev.connections.oauth.internal.json.JsonDocument;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.oauth.internal.response.TokenReading.Unreadable;
import dev.connections.oauth.internal.wire.FormEncoding;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the body of a token endpoint: JSON or form, labelled well, badly or not at all. Immutable, thread-safe, never
 * throws; takes time linear in the body, which the auth client cuts at 1 MiB.
 */
public final class TokenResponseReader {
    private final Places places = new Places();
    private final ErrorPlaces error;
    private final List<TokenPlaces> tokens = new ArrayList<>();
    private final Map<CaptureRule, Integer> captures = new LinkedHashMap<>();
    private final int accountId;
    private final int accountName;
    private final int idToken;

    public TokenResponseReader(ResponseFormat format, List<CaptureRule> rules) {
        error = new ErrorPlaces(format, places);
        format.tokens().forEach((name, path) -> tokens.add(new TokenPlaces(name, path, format, places)));
        rules.stream()
                .filter(rule -> rule.parameter().isEmpty())
                .forEach(rule -> captures.put(rule, places.want(rule.path())));
        accountId = format.accountId().map(places::want).orElse(Places.NOBODY_WANTS_IT);
        idToken = places.want("id_token");
        accountName = format.accountName().map(places::want).orElse(Places.NOBODY_WANTS_IT);
    }

    /**
     * Reads a body.
     *
     * @param body the decompressed body
     * @param contentType the content type, empty if there is none
     * @param now when it arrived, for expiries
     */
    public TokenReading read(byte[] body, Optional<String> contentType, Instant now) {
        int from = Bodies.begin(body);
        if (from == body.length) {
            return Unreadable.EMPTY;
        }
        if (body[from] == '<' || isPage(contentType.orElse(""))) {
            return Unreadable.HTML;
        }
        Values values = places.newValues();
        return fill(body, from, values) ? judge(values, now) : Unreadable.BROKEN;
    }

    private boolean fill(byte[] body, int from, Values into) {
        if (body[from] != '{') {
            return fillFromForm(new String(body, from, body.length - from, UTF_8), into);
        }
        try {
            JsonDocument.read(body, from, places, into);
            return true;
        } catch (IOException broken) { // its message quotes the body, so it ends here
            return false;
        }
    }

    private boolean fillFromForm(String form, Values into) {
        boolean isForm = form.indexOf('=') > 0 && Character.isLetter(form.charAt(0));
        for (String pair : isForm ? form.strip().split("&", -1) : new String[0]) {
            int equals = pair.indexOf('=');
            Optional<String> value = FormEncoding.decode(pair.substring(equals + 1));
            if (equals > 0 && value.isPresent()) {
                places.put(pair.substring(0, equals), value.get(), into);
            }
        }
        return isForm;
    }

    private TokenReading judge(Values values, Instant now) {
        Optional<TokenReading.Refusal> found = error.read(values);
        if (found.isPresent()) {
            return found.get();
        }
        var read = new ArrayList<Token>(tokens.size());
        for (TokenPlaces each : tokens) {
            read.add(each.read(values, now));
        }
        return new Tokens(
                read, captured(values), given(accountId, values), given(accountName, values), idToken(values));
    }

    private Optional<Secret> idToken(Values values) {
        String text = values.text(idToken);
        boolean usable =
                values.kind(idToken) == Values.Kind.TEXT && !values.repeated(idToken) && TokenText.isUsable(text);
        return usable && !text.startsWith("*") ? Optional.of(Secret.of(text)) : Optional.empty();
    }

    private Map<CaptureRule, String> captured(Values values) {
        if (captures.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<CaptureRule, String>();
        captures.forEach((rule, slot) -> values.given(slot).ifPresent(value -> found.put(rule, value)));
        return found;
    }

    private static Optional<String> given(int slot, Values values) {
        return slot == Places.NOBODY_WANTS_IT ? Optional.empty() : values.given(slot);
    }

    private static boolean isPage(String contentType) {
        return startsWith(contentType, "text/html") || startsWith(contentType, "application/xhtml");
    }

    private static boolean startsWith(String contentType, String type) {
        return contentType.regionMatches(true, 0, type, 0, type.length());
    }
}
