package dev.connections.oauth.servers;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Fails a class one of whose proofs did not run to its end: a proof that is skipped proves nothing. */
final class Witness implements TestWatcher, AfterAllCallback {
    private final List<String> missing = new CopyOnWriteArrayList<>();

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        miss(context);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        miss(context);
    }

    private void miss(ExtensionContext context) {
        context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, Proves.class))
                .ifPresent(method -> missing.add(method.getName()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!missing.isEmpty()) {
            throw new AssertionError("docs/servers.md names as proven what did not run: " + missing);
        }
    }
}
