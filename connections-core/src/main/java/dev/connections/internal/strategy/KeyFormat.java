package dev.connections.internal.strategy;

import dev.connections.ConnectionConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form a key is sent in: text around <code>{key}</code>, of which a part may be encoded, as in
 * <code>Basic {base64({key}:)}</code>.
 *
 * @param text as written
 */
record KeyFormat(String text) {
    static final String KEY = "{key}";
    private static final Pattern ENCODED = Pattern.compile("\\{base64\\((.*)\\)}");

    KeyFormat {
        if (text.indexOf(KEY) < 0 || text.indexOf(KEY) != text.lastIndexOf(KEY)) {
            throw new ConnectionConfigurationException(
                    "parameter_malformed",
                    "the format \"" + text + "\" must hold " + KEY + " once, for example \"Bearer " + KEY + "\" or"
                            + " \"Basic {base64(" + KEY + ":)}\"",
                    null);
        }
    }

    /** Returns what is sent for a key. */
    String of(String key) {
        Matcher encoded = ENCODED.matcher(text);
        if (!encoded.find() || !encoded.group(1).contains(KEY)) {
            return text.replace(KEY, key);
        }
        byte[] inner = encoded.group(1).replace(KEY, key).getBytes(StandardCharsets.UTF_8);
        return text.substring(0, encoded.start())
                + Base64.getEncoder().encodeToString(inner)
                + text.substring(encoded.end());
    }
}
