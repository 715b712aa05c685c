package dev.connections.internal.explain;

import dev.connections.internal.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms in which a text stands in a request. */
final class Encodings {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    /** Base64 writes three bytes as four characters. */
    private static final int BYTES = 3;

    private static final double CHARACTERS_PER_BYTE = 4.0 / BYTES;

    /** What is shorter stands in too many texts that have nothing to do with it. */
    private static final int SHORTEST = 6;

    private Encodings() {}

    /** Returns the text itself, and as forms, URIs, JSON, hexadecimal digits and both kinds of base64 write it. */
    static Set<String> of(String text) {
        var forms = new LinkedHashSet<String>();
        forms.add(text);
        String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
        String uri = uri(text);
        forms.add(form);
        forms.add(uri);
        forms.add(lowerEscapes(form));
        forms.add(lowerEscapes(uri));
        String member = Json.write(Json.object().put("", text));
        forms.add(member.substring("{\"\":\"".length(), member.length() - "\"}".length()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= SHORTEST) {
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
            addBase64(forms, bytes);
        }
        return forms;
    }

    /** RFC 3986, section 2.3: a tilde needs no escape, and a space is one. */
    private static String uri(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String lowerEscapes(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
    }

    /** What stands before it moves its bits; what the first and the last byte share with others is left out. */
    private static void addBase64(Set<String> forms, byte[] bytes) {
        for (int before = 0; before < BYTES; before++) {
            byte[] moved = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, moved, before, bytes.length);
            int from = (int) Math.ceil(before * CHARACTERS_PER_BYTE);
            int to = (int) (moved.length * CHARACTERS_PER_BYTE);
            for (Base64.Encoder encoder : Arrays.asList(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String inner = encoder.encodeToString(moved).substring(from, to);
                forms.add(inner);
                forms.add(uri(inner));
                forms.add(lowerEscapes(uri(inner)));
            }
        }
    }
}
