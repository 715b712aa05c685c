package dev.connections.testing;

import dev.connections.Secret;
import dev.connections.testing.internal.CanarySecret;
import dev.connections.testing.internal.canary.Ears;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Fails a test that lets a secret out: on the console, in a log line, in a message, in a text, in a thread's name.
 *
 * <pre>{@code
 * @RegisterExtension final SecretCanary canary = SecretCanary.planted();
 *
 * connection.authorize().with(new BasicCredential("alice", canary.secret()));
 * canary.watch(connection.authorization());
 * }</pre>
 *
 * <p>It looks out for its own secret, for those given to {@link #plant}, and for every token, code, password, key, client
 * secret, verifier and state that a {@link MockService} issued or received; in clear, percent-encoded, in Base64 or in hex,
 * also cut short where the mock service made them. After each test it looks through {@code System.out},
 * {@code System.err}, {@code java.util.logging}, what was given to {@link #hear} and {@link #watch}, the failure of the test
 * and the names of the live threads. Its own report repeats no secret.
 *
 * <p>To hear SLF4J at every level whatever binding is in use, start the tests with
 * {@code -Dslf4j.provider=dev.connections.testing.CanaryLogging}, or pass lines on from an appender of your own to
 * {@link #hear}. To guard every test of a module, name this class in
 * {@code META-INF/services/org.junit.jupiter.api.extension.Extension} and set
 * {@code junit.jupiter.extensions.autodetection.enabled=true}; a test then takes it as a parameter.
 *
 * <p>Thread-safe. Console and logging belong to the whole JVM: when tests run in parallel, a neighbour may report the leak.
 */
public final class SecretCanary
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SecretCanary.class);
    private static final String LISTENING = "listening";

    private final Secret secret = CanarySecret.of("planted");
    private final Queue<Object> watched = new ConcurrentLinkedQueue<>();

    /** Makes a canary; for JUnit, which finds it by its class. */
    public SecretCanary() {}

    /** {@return a canary with a secret of its own} */
    public static SecretCanary planted() {
        return new SecretCanary();
    }

    /** {@return a secret to give to the code under test: 39 letters, digits and hyphens} */
    public Secret secret() {
        return secret;
    }

    /**
     * Looks out for a secret of yours until the end of the test class.
     *
     * @param yours at least 8 characters
     * @return this
     * @throws IllegalArgumentException if it is shorter: it would be found by chance
     */
    public SecretCanary plant(Secret yours) {
        if (yours.reveal().length() < 8) {
            throw new IllegalArgumentException("a planted secret needs 8 characters at least; use secret()");
        }
        Ears.plant(yours);
        return this;
    }

    /**
     * Looks through the texts of an object after the test: {@code toString}, serialized form, and for a failure the messages
     * of its causes and of what it suppressed. Of a {@link java.nio.file.Path} the file is read, or every file below the
     * directory.
     *
     * @param object the object
     * @param <T> its type
     * @return the object
     */
    public <T> T watch(T object) {
        watched.add(object);
        return object;
    }

    /**
     * Takes a line of a log in.
     *
     * @param line the line as it would be printed
     */
    public static void hear(String line) {
        Ears.hear("the log", line);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        listen(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        listen(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(this::watch);
        report(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        report(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SecretCanary.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }

    private void listen(ExtensionContext context) {
        Ears.open();
        context.getStore(NAMESPACE).put(key(), true);
    }

    /** Another extension may have failed before this one could listen. */
    private void report(ExtensionContext context) {
        if (!Optional.ofNullable(context.getStore(NAMESPACE).remove(key())).isPresent()) {
            return;
        }
        List<String> leaks = Ears.leaks(drained());
        Ears.close();
        if (!leaks.isEmpty()) {
            throw new AssertionError(
                    String.join("\n", leaks)
                            + "\nLog and print the Secret itself, which is masked, or a name for it; never what reveal() gives.");
        }
    }

    private List<Object> drained() {
        var objects = new ArrayList<Object>();
        for (Object each = watched.poll(); each != null; each = watched.poll()) {
            objects.add(each);
        }
        return objects;
    }

    private String key() {
        return LISTENING + System.identityHashCode(this);
    }
}
