package dev.connections;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, typed by what the caller can do now; {@link #code()} says what exactly.
 *
 * <p>The message says what, where and how to fix it, and never holds a secret. Text from a service is cleaned and cut at
 * 200 characters.
 */
public abstract sealed class ConnectionException extends RuntimeException
        permits ReauthorizationRequiredException,
                AuthorizationDeniedException,
                TransientConnectionException,
                ConnectionConfigurationException,
                ConnectionProtocolException,
                ConnectionSecurityException,
                ConnectionForbiddenException,
                ConnectionConflictException,
                ConnectionStoreException,
                ConnectionCancelledException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String problem;
    private String linkName = "";
    private @Nullable Environment environment;
    private String subject = "";
    private String error = "";
    private String errorDescription = "";
    private String errorUri = "";

    ConnectionException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.problem = message;
    }

    /** {@return what happened exactly: stable, lower_snake_case} */
    public final String code() {
        return code;
    }

    /** {@return the message without the connection it concerns} */
    public final String problem() {
        return problem;
    }

    /** {@return the link name of the connection concerned, empty where there is none} */
    public final String linkName() {
        return linkName;
    }

    /** {@return the environment concerned, empty where one authorization serves all or none is concerned} */
    public final Optional<Environment> environment() {
        return Optional.ofNullable(environment);
    }

    /** {@return the id of the subject concerned, empty where there is none} */
    public final String subject() {
        return subject;
    }

    /** {@return the service's OAuth error code, empty where it sent none (RFC 6749, section 5.2)} */
    public final String error() {
        return error;
    }

    /** {@return the service's own words, cleaned; empty where it sent none} */
    public final String errorDescription() {
        return errorDescription;
    }

    /** {@return the page the service named for the error, empty where it named none} */
    public final String errorUri() {
        return errorUri;
    }

    /**
     * Attaches the service's own words before the exception is thrown.
     *
     * @param error the error code
     * @param description the cleaned description, or empty
     * @param uri the error page, or empty
     * @return this
     */
    public final ConnectionException withError(String error, String description, String uri) {
        this.error = error;
        this.errorDescription = description;
        this.errorUri = uri;
        return this;
    }

    /**
     * Returns this failure for one connection: its message begins with it. One that names a connection already returns
     * itself. A failure that several callers share is not changed: each gets a copy of its own.
     *
     * @param linkName the connection link name
     * @param environment the environment, empty if one authorization serves all
     * @param subject the subject, empty for a shared connection
     * @return the failure to throw
     */
    public final ConnectionException concerning(
            String linkName, Optional<Environment> environment, Optional<Subject> subject) {
        if (!this.linkName.isEmpty()) {
            return this;
        }
        ConnectionException copy = copy();
        copy.setStackTrace(getStackTrace());
        copy.withError(error, errorDescription, errorUri);
        copy.linkName = linkName;
        copy.environment = environment.orElse(null);
        copy.subject = subject.map(Subject::id).orElse("");
        return copy;
    }

    /** {@return a failure of the same type that says the same, without the connection} */
    abstract ConnectionException copy();

    @Override
    public String getMessage() {
        return linkName.isEmpty() ? problem : where() + ": " + problem;
    }

    private String where() {
        String detail = (environment == null ? "" : environment.name())
                + (environment != null && !subject.isEmpty() ? ", " : "")
                + (subject.isEmpty() ? "" : "subject " + subject);
        return "connection \"" + linkName + "\"" + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
