package dev.connections.testing.internal.canary;

import dev.connections.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hears what is printed and logged while a canary listens. One for the whole JVM, as console and logging are. Thread-safe.
 *
 * <p>The monitor guards who listens; it is never held while something is printed.
 */
public final class Ears {
    private static final Map<String, Transcript> TRANSCRIPTS = new ConcurrentHashMap<>();
    private static final Set<String> PLANTED = ConcurrentHashMap.newKeySet();

    private static volatile boolean listening;
    private static int listeners;
    private static @Nullable Console console;
    private static @Nullable PlatformLog platformLog;

    private Ears() {}

    /** Begins to listen; each call needs its {@link #close()}. */
    public static synchronized void open() {
        if (listeners++ == 0) {
            console = new Console();
            platformLog = new PlatformLog();
            listening = true;
        }
    }

    /** Ends what {@link #open()} began; the last one restores the console and forgets everything. */
    public static synchronized void close() {
        if (--listeners > 0) {
            return;
        }
        listening = false;
        if (console != null) {
            console.close();
        }
        if (platformLog != null) {
            platformLog.close();
        }
        TRANSCRIPTS.clear();
        PLANTED.clear();
    }

    /**
     * Looks out for a secret, if anybody listens.
     *
     * @param secret the secret; one of fewer than 8 characters would be found everywhere and is ignored
     */
    public static void plant(Secret secret) {
        if (listening && secret.reveal().length() >= Sieve.SHORTEST) {
            PLANTED.add(secret.reveal());
        }
    }

    /**
     * Takes in what was said.
     *
     * @param where where it was said, as a leak is to be reported
     * @param text what was said
     */
    public static void hear(String where, String text) {
        if (listening) {
            TRANSCRIPTS.computeIfAbsent(where, Transcript::new).add(text, PLANTED);
        }
    }

    /**
     * Returns what leaked since the last call, one line each and without the secrets.
     *
     * @param watched objects whose texts are looked through too
     * @return the leaks; empty if there are none
     */
    public static List<String> leaks(Collection<?> watched) {
        var leaks = new ArrayList<String>();
        TRANSCRIPTS.values().forEach(each -> leaks.addAll(each.sift(PLANTED)));
        Sieve sieve = new Sieve(PLANTED);
        watched.forEach(each -> ObjectTexts.of(each).forEach((where, text) -> leaks.addAll(sieve.sift(where, text))));
        ThreadNames.now().forEach(name -> leaks.addAll(sieve.sift("a thread's name", name)));
        return leaks.stream().distinct().toList();
    }
}
