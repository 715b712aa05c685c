package dev.connections.internal;

import dev.connections.Connections;
import dev.connections.internal.refresh.Workers;

/** The owner of everything: the view of the default tenant, and what is closed with it. */
final class OpenConnections extends View implements Connections {
    private final Workers workers;
    private final Runnable closeHttp;

    OpenConnections(Kernel kernel, String tenant, Workers workers, Runnable closeHttp) {
        super(kernel, unchecked(kernel), tenant);
        this.workers = workers;
        this.closeHttp = closeHttp;
    }

    @Override
    public void close() {
        kernel().slots().close();
        kernel().refreshes().close();
        workers.close();
        closeHttp.run();
    }
}
