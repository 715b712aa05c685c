package dev.connections.manifest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plugin manifest cannot be read, changed or written as asked; the file on disk is as it was.
 *
 * <p>The {@linkplain #code() code} says what exactly, the message also where and how to mend it. Immutable.
 */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Creates an exception.
     *
     * @param code stable name of what went wrong, {@code lower_snake_case}
     * @param message what is wrong, where, and how to mend it; no secret
     * @param cause the failure underneath, or null if there is none
     * @throws NullPointerException if code or message is null
     */
    public ManifestException(String code, String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * Returns the stable name of what went wrong.
     *
     * @return {@code lower_snake_case}, for example {@code not_json} or {@code changed_since_read}
     */
    public String code() {
        return code;
    }
}
