package dev.connections.examples.backend.http;

import dev.connections.DeviceFlow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What this server remembers of one browser. Thread-safe. */
public final class Session {
    private static final int MOST_FLOWS = 10;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id = unguessable();
    private final String formToken = unguessable();
    private final @Nullable Person person;
    private final Deque<Flow> flows = new ArrayDeque<>();
    private final Map<String, DeviceFlow.Prompt> prompts = new ConcurrentHashMap<>();
    private final AtomicReference<String> notice = new AtomicReference<>("");
    private volatile Instant lastSeen;

    /** A redirect flow that this browser began: its state, and the page to come back to. */
    private record Flow(String state, String page) {
        @Override
        public String toString() {
            return "Flow[" + page + "]";
        }
    }

    private Session(@Nullable Person person, Instant now) {
        this.person = person;
        this.lastSeen = now;
    }

    static Session of(@Nullable Person person, Instant now) {
        return new Session(person, now);
    }

    private static String unguessable() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String id() {
        return id;
    }

    /** {@return what each form of this session carries} */
    public String formToken() {
        return formToken;
    }

    /** {@return who signed in} */
    public Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    Instant lastSeen() {
        return lastSeen;
    }

    void seen(Instant now) {
        lastSeen = now;
    }

    /**
     * Keeps a flow until its callback arrives; the oldest of more than ten is forgotten.
     *
     * @param state the state of the flow
     * @param page the path to go on with
     */
    public void begun(String state, String page) {
        synchronized (flows) { // guards flows; nothing waits inside
            flows.addLast(new Flow(state, page));
            if (flows.size() > MOST_FLOWS) {
                flows.removeFirst();
            }
        }
    }

    /**
     * Says whether this browser began a flow.
     *
     * @param state the state that a callback brought
     * @return this session's own copy of it, empty if it began no such flow
     */
    public String stateLike(String state) {
        synchronized (flows) {
            return flows.stream()
                    .map(Flow::state)
                    .filter(own -> same(own, state))
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * Ends a flow.
     *
     * @param state its state
     * @return the path to go on with
     */
    public String ended(String state) {
        synchronized (flows) {
            String page = flows.stream()
                    .filter(flow -> same(flow.state, state))
                    .map(Flow::page)
                    .findFirst()
                    .orElse("/connections");
            flows.removeIf(flow -> same(flow.state, state));
            return page;
        }
    }

    /**
     * Keeps a code until the user has typed it; all are forgotten when there are more than ten.
     *
     * @param page the path of the page that shows it
     * @param prompt the code
     */
    public void prompted(String page, DeviceFlow.Prompt prompt) {
        if (prompts.size() >= MOST_FLOWS) {
            prompts.clear();
        }
        prompts.put(page, prompt);
    }

    /**
     * Finds a code.
     *
     * @param page the path of the page that shows it
     * @return the code, empty if none waits
     */
    public Optional<DeviceFlow.Prompt> prompt(String page) {
        return Optional.ofNullable(prompts.get(page));
    }

    /**
     * Forgets a code.
     *
     * @param page the path of the page that showed it
     */
    public void answered(String page) {
        prompts.remove(page);
    }

    /**
     * Leaves a sentence for the next page.
     *
     * @param sentence what was done
     */
    public void say(String sentence) {
        notice.set(sentence);
    }

    /** {@return the sentence left for this page, once; empty if there is none} */
    public String said() {
        return notice.getAndSet("");
    }

    void requireToken(String sent) {
        if (!same(formToken, sent)) {
            throw new HttpProblem(
                    403, "The form does not belong to this session. Open the page again and send it from there.");
        }
    }

    /** Without telling by the time it takes how much was right. */
    private static boolean same(String own, String sent) {
        return MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Session[" + person().map(Person::name).orElse("nobody") + "]";
    }
}
