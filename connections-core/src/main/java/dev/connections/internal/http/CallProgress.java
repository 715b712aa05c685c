package dev.connections.internal.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Remembers whether a call began to send its request: from then on the service may have carried it out. */
final class CallProgress extends EventListener {
    private volatile boolean sending;

    @Override
    public void requestHeadersStart(Call call) {
        sending = true;
    }

    boolean sending() {
        return sending;
    }
}
