package dev.connections.testing;

import dev.connections.testing.internal.canary.ListeningLogger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Lets {@link SecretCanary} hear every line that is logged through SLF4J, down to TRACE, and prints none of them.
 *
 * <p>It is not found by itself: name it with {@code -Dslf4j.provider=dev.connections.testing.CanaryLogging}, or in
 * {@code META-INF/services/org.slf4j.spi.SLF4JServiceProvider} of the test resources. Thread-safe.
 */
public final class CanaryLogging implements SLF4JServiceProvider {
    private static final String API_VERSION = "2.0.99";

    private final ConcurrentMap<String, ListeningLogger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter contexts = new BasicMDCAdapter();

    /** Makes the provider; for SLF4J, which finds it by its class. */
    public CanaryLogging() {}

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, ListeningLogger::new);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return contexts;
    }

    @Override
    public String getRequestedApiVersion() {
        return API_VERSION;
    }

    @Override
    public void initialize() {}
}
