package dev.connections.manifest.internal.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what looks like a secret, by its name or by itself. */
public final class Secrets {
    /** No known token is shorter; most values of a manifest are. */
    private static final int SHORTEST = 16;
    /** Patterns look no further into a value; each of them is linear. */
    private static final int LOOKED_AT = 4096;

    private static final Set<String> NAMES = Set.of(
            "secret",
            "clientsecret",
            "consumersecret",
            "appsecret",
            "password",
            "passwd",
            "token",
            "accesstoken",
            "refreshtoken",
            "authtoken",
            "bearertoken",
            "apikey",
            "apitoken",
            "privatekey",
            "signingkey");

    private static final Pattern VALUE = Pattern.compile(String.join(
            "|",
            "1000\\.[0-9a-f]{32}\\.[0-9a-f]{32}", // Zoho
            "gh[pousr]_[A-Za-z0-9]{20}|github_pat_[A-Za-z0-9]{10}", // GitHub
            "xox[abeoprs]-[A-Za-z0-9-]{10}", // Slack
            "[sr]k_(?:live|test)_[A-Za-z0-9]{10}", // Stripe
            "SG\\.[A-Za-z0-9_-]{16}", // SendGrid
            "AKIA[0-9A-Z]{16}", // AWS
            "AIza[0-9A-Za-z_-]{30}", // Google
            "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----",
            "eyJ[A-Za-z0-9_-]{8,200}\\.eyJ", // JWT
            // Words such as "Basic Authentication" are no credentials: these have a digit.
            "(?i:bearer|basic|zoho-oauthtoken) (?=[A-Za-z+/=._~-]{0,200}[0-9])[A-Za-z0-9+/=._~-]{12}",
            "://[^/@:\\s]{1,200}:[^/@\\s]{1,200}@")); // password in a URI

    private Secrets() {}

    /** Tells whether a member of this name is there to hold a secret. */
    public static boolean name(String name) {
        return NAMES.contains(name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT));
    }

    /** Tells whether a text is, or holds, what services hand out as secrets. */
    public static boolean value(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        return mayMatch(start) && VALUE.matcher(start).find();
    }

    /** Saves the pattern's work on most texts: each alternative needs one of these. */
    private static boolean mayMatch(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mayMatch(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayMatch(String text, int at) {
        return switch (text.charAt(at)) {
            case '1' -> text.startsWith("1000.", at);
            case 'g' -> text.startsWith("gh", at) || text.startsWith("github_pat_", at);
            case 'x' -> text.startsWith("xox", at);
            case 'k' -> text.startsWith("k_live_", at) || text.startsWith("k_test_", at);
            case 'S' -> text.startsWith("SG.", at);
            case 'A' -> text.startsWith("AKIA", at) || text.startsWith("AIza", at);
            case '-' -> text.startsWith("-----BEGIN", at);
            case 'e' -> text.startsWith("eyJ", at);
            case ':' -> text.startsWith("://", at);
            case ' ' -> true;
            default -> false;
        };
    }
}
