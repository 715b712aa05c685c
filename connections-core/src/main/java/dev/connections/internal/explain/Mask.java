package dev.connections.internal.explain;

import dev.connections.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows secrets, and what is new in each request, by name. Immutable. */
final class Mask {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{4,}={0,2}");
    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]{4,}={0,2}");
    private static final Pattern JWT = Pattern.compile("(eyJ[A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]*");
    private static final String NEVER = "(?!)";

    private final Set<String> changing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Pattern changed;
    private final Map<String, String> known = new HashMap<>();
    private final Pattern secrets;

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
        new TreeMap<>(secrets).forEach((name, secret) -> hide(name, secret.reveal()));
        this.secrets = Pattern.compile(known.isEmpty() ? NEVER : longestFirst());
    }

    private void hide(String name, String secret) {
        if (!secret.isBlank()) {
            Encodings.of(secret).forEach(form -> known.putIfAbsent(form, "<" + name + ">"));
        }
    }

    /** One secret may hold another. */
    private String longestFirst() {
        return known.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** Returns a header's value as it may be seen. */
    String header(String name, String value) {
        return changing.contains(name) ? "<" + name + ">" : text(value);
    }

    /** Returns a text as it may be seen. */
    String text(String text) {
        String opened = JWT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(opened(found)));
        String read = decoded(decoded(opened, BASE64, Base64.getDecoder()), BASE64_URL, Base64.getUrlDecoder());
        String named = changed.matcher(read)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + found.group(2) + "<" + found.group(1) + ">"));
        return secrets.matcher(StandIn.shown(named))
                .replaceAll(found -> Matcher.quoteReplacement(known.getOrDefault(found.group(), "<secret>")));
    }

    /** What is encoded in base64 hides a secret from nobody. */
    private String decoded(String value, Pattern runs, Base64.Decoder decoder) {
        return runs.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(decode(found.group(), decoder)
                        .filter(this::hides)
                        .map(inner -> "base64(" + inner + ")")
                        .orElse(found.group())));
    }

    private boolean hides(String text) {
        return StandIn.isIn(text) || secrets.matcher(text).find();
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
