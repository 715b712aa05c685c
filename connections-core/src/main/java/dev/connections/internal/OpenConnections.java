package dev.connections.internal;

import dev.connections.Connections;

/** The owner of everything: the view of the default tenant, and what is closed with it. */
final class OpenConnections extends View implements Connections {
    private final Runnable closeHttp;

    OpenConnections(Kernel kernel, String tenant, Runnable closeHttp) {
        super(kernel, unchecked(kernel), tenant);
        this.closeHttp = closeHttp;
    }

    @Override
    public void close() {
        kernel().slots().close();
        kernel().refreshes().close();
        kernel().workers().close();
        closeHttp.run();
    }
}
