package dev.connections.internal.explain;

import dev.connections.Secret;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows secrets, and what is new in each request, by name. Immutable. */
final class Mask {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{4,}={0,2}");
    private static final Pattern JWT = Pattern.compile("(eyJ[A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]*");
    private static final String NEVER = "(?!)";

    private final Set<String> changing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Pattern changed;
    private final Map<String, String> known = new LinkedHashMap<>();

    /**
     * Makes a mask.
     *
     * @param changing the names of what is new in each request
     * @param secrets what must not be seen, by name
     */
    Mask(Set<String> changing, Map<String, Secret> secrets) {
        this.changing.addAll(changing);
        String names = changing.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        changed = Pattern.compile(
                changing.isEmpty() ? NEVER : "(?<![A-Za-z0-9_])(" + names + ")(=\"?|\":\\s*\"?)([^&\"\\s,;}]+)");
        secrets.forEach((name, secret) -> hide(name, secret.reveal()));
    }

    private void hide(String name, String secret) {
        if (!secret.isBlank()) {
            known.put(secret, "<" + name + ">");
            known.put(URLEncoder.encode(secret, StandardCharsets.UTF_8), "<" + name + ">");
        }
    }

    /** Returns a header's value as it may be seen. */
    String header(String name, String value) {
        return changing.contains(name) ? "<" + name + ">" : text(decoded(value));
    }

    /** Returns a text as it may be seen. */
    String text(String text) {
        String opened = JWT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(opened(found)));
        String named = changed.matcher(opened)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + found.group(2) + "<" + found.group(1) + ">"));
        String shown = StandIn.shown(named);
        for (Map.Entry<String, String> each : known.entrySet()) {
            shown = shown.replace(each.getKey(), each.getValue());
        }
        return shown;
    }

    /** What is encoded in base64 hides a secret from nobody. */
    private String decoded(String value) {
        return BASE64.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(decode(found.group(), Base64.getDecoder())
                        .filter(this::hides)
                        .map(inner -> "base64(" + inner + ")")
                        .orElse(found.group())));
    }

    private boolean hides(String text) {
        return StandIn.isIn(text) || known.keySet().stream().anyMatch(text::contains);
    }

    /** A signature is worth as much as what it signs. */
    private static String opened(MatchResult jwt) {
        String header = decode(jwt.group(1), Base64.getUrlDecoder()).orElse("");
        String claims = decode(jwt.group(2), Base64.getUrlDecoder()).orElse("");
        return header.startsWith("{") && claims.startsWith("{") ? "<JWT " + header + " " + claims + ">" : "<JWT>";
    }

    private static Optional<String> decode(String text, Base64.Decoder decoder) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoder.decode(text)))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException no) {
            return Optional.empty();
        }
    }
}
