package dev.connections;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The thing differs from what is stored, is in use, or changed meanwhile: read it again and decide. */
public final class ConnectionConflictException extends ConnectionException {
    private static final long serialVersionUID = 1L;
    private static final int PARTS = 3;

    /** Application, component and location of each place: texts, so that the exception can be serialized. */
    private final ArrayList<String> references = new ArrayList<>();

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param cause what caused it, or null
     */
    public ConnectionConflictException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    /**
     * Creates the exception for something that is in use.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param uses the places that use it
     */
    public ConnectionConflictException(String code, String message, List<Reference> uses) {
        super(code, message, null);
        uses.forEach(use -> references.addAll(List.of(use.application(), use.component(), use.location())));
    }

    /** {@return the places that use it; empty where the conflict is another one} */
    public List<Reference> references() {
        var uses = new ArrayList<Reference>();
        for (int i = 0; i < references.size(); i += PARTS) {
            uses.add(new Reference(references.get(i), references.get(i + 1), references.get(i + 2)));
        }
        return List.copyOf(uses);
    }

    @Override
    ConnectionException copy() {
        var copy = new ConnectionConflictException(code(), problem(), getCause());
        copy.references.addAll(references);
        return copy;
    }
}
