package dev.connections.internal;

import dev.connections.Connections;
import dev.connections.internal.keep.Rewrap;
import dev.connections.spi.AuthClient;

/** The owner of everything: the view of the default tenant, and what is closed with it. */
final class OpenConnections extends View implements Connections {
    private final Runnable closeHttp;
    private final Rewrap rewrap;

    OpenConnections(Kernel kernel, String tenant, Runnable closeHttp) {
        super(kernel, unchecked(kernel), tenant);
        this.closeHttp = closeHttp;
        this.rewrap = new Rewrap(kernel.vault());
    }

    @Override
    public int rewrap(int limit) {
        kernel().slots().refuseClosed();
        return rewrap.seal(limit);
    }

    @Override
    public AuthClient authClient() {
        kernel().slots().refuseClosed();
        return kernel().http();
    }

    @Override
    public void close() {
        kernel().slots().close();
        kernel().refreshes().close();
        kernel().workers().close();
        closeHttp.run();
    }
}
