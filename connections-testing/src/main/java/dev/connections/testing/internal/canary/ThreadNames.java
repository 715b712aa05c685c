package dev.connections.testing.internal.canary;

import java.util.List;
import java.util.stream.Stream;

/** The names of the live platform threads. */
final class ThreadNames {
    private ThreadNames() {}

    static List<String> now() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() * 2 + 8]; // more may start while they are listed
        int count = root.enumerate(threads);
        return Stream.of(threads).limit(count).map(Thread::getName).toList();
    }
}
