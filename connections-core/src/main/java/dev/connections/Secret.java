package dev.connections;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * The only type for secret text: tokens, passwords, keys, verifiers, client secrets.
 *
 * <p>Immutable, prints as {@code Secret[redacted]}, compares in constant time, is not serializable; {@link #reveal()} is
 * the only way out. The text is an ordinary Java string in memory and is not zeroed.
 */
public final class Secret {
    private static final String REDACTED = "Secret[redacted]";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Returns a secret.
     *
     * @param value the text
     * @return the secret
     * @throws ConnectionConfigurationException if the text is a mask such as {@code ***} ({@code secret_masked})
     */
    public static Secret of(String value) {
        Objects.requireNonNull(value, "value");
        if (value.equals(REDACTED) || isMask(value)) {
            throw new ConnectionConfigurationException(
                    "secret_masked", "the secret is a mask, not a value; enter the value itself", null);
        }
        return new Secret(value);
    }

    private static boolean isMask(String value) {
        for (int i = 0; i < value.length(); i++) { // no stream: made for each token of each response
            if (value.charAt(i) != '*') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /**
     * Reads a secret from an environment variable.
     *
     * @param variable the variable's name
     * @return the secret
     * @throws ConnectionConfigurationException if it is not set or empty ({@code secret_missing})
     */
    public static Secret fromEnvironment(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new ConnectionConfigurationException(
                    "secret_missing",
                    "the environment variable " + variable + " is not set; set it to the secret before starting",
                    null);
        }
        return of(value);
    }

    /**
     * Reads a secret from a file, as container platforms mount them. One final line break is dropped.
     *
     * @param file a UTF-8 file that holds the secret alone
     * @return the secret
     * @throws ConnectionConfigurationException if it cannot be read or is empty ({@code secret_missing}), or holds another
     *     control character ({@code secret_malformed}) than the line breaks of a key in PEM
     */
    public static Secret fromFile(Path file) {
        String text = read(file);
        String value = text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (value.isEmpty()) {
            throw missing(file, "is empty", null);
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && !isLineOfPem(c, value))) {
            throw new ConnectionConfigurationException(
                    "secret_malformed",
                    "the secret file " + file + " holds a control character inside; write the secret on one line",
                    null);
        }
        return of(value);
    }

    private static boolean isLineOfPem(int c, String value) {
        return (c == '\n' || c == '\r') && value.startsWith("-----BEGIN ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw missing(file, "cannot be read", e);
        }
    }

    private static ConnectionConfigurationException missing(
            Path file, String what, @org.jspecify.annotations.Nullable IOException cause) {
        return new ConnectionConfigurationException(
                "secret_missing", "the secret file " + file + " " + what + "; write the secret into it", cause);
    }

    /** {@return the text; the only exit, searched for in review} */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return 1; // constant: a hash would be a fingerprint of the value
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
