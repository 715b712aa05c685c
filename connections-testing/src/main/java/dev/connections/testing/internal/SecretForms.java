package dev.connections.testing.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The texts by which a secret may be recognized: in clear, percent-encoded, in Base64 at any offset, in hex, in JSON. */
public final class SecretForms {
    /** Shorter pieces would be found everywhere. */
    private static final int SHORTEST_DERIVED = 8;

    private static final int BITS_OF_A_BASE64_DIGIT = 6;

    private SecretForms() {}

    /**
     * Returns every form of a text.
     *
     * @param text the text
     * @return the forms, the text itself first; none for an empty text
     */
    public static List<String> of(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        var forms = new ArrayList<String>();
        forms.add(text);
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        forms.add(encoded.toLowerCase(Locale.ROOT));
        forms.add(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        forms.addAll(derived(text));
        forms.addAll(derived(encoded)); // RFC 6749, section 2.3.1 encodes twice
        return forms.stream().distinct().toList();
    }

    private static List<String> derived(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var forms = new ArrayList<String>();
        for (int offset = 0; offset < 3; offset++) {
            String inside = base64At(offset, bytes);
            forms.add(inside);
            forms.add(inside.replace('+', '-').replace('/', '_'));
        }
        String hex = HexFormat.of().formatHex(bytes);
        forms.add(hex);
        forms.add(hex.toUpperCase(Locale.ROOT));
        return forms.stream().filter(form -> form.length() >= SHORTEST_DERIVED).toList();
    }

    /** The digits that bytes have wherever {@code offset} other bytes precede them and any follow. */
    private static String base64At(int offset, byte[] bytes) {
        byte[] padded = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, padded, offset, bytes.length);
        String digits = Base64.getEncoder().withoutPadding().encodeToString(padded);
        int first = (offset * Byte.SIZE + BITS_OF_A_BASE64_DIGIT - 1) / BITS_OF_A_BASE64_DIGIT;
        return digits.substring(first, Math.max(first, padded.length * Byte.SIZE / BITS_OF_A_BASE64_DIGIT));
    }
}
