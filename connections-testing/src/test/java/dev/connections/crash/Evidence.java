package dev.connections.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.connections.AuthorizationStatus;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What is known of a run: the server's log, what its callers got, who died when, and how each connection ended. Thread-safe. */
final class Evidence {
    private static final long SKEW = 5_000_000;

    private final Tokens tokens;
    private final long startedAt = Wall.micros();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> breaches = new ConcurrentLinkedQueue<>();
    private final Queue<Pause> pauses = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> deaths = new ConcurrentHashMap<>();
    private final Map<String, String> served = new ConcurrentHashMap<>();
    private final Queue<Holder> holders = new ConcurrentLinkedQueue<>();
    private final Map<String, String> links = new ConcurrentHashMap<>();
    private final Map<String, End> ends = new ConcurrentHashMap<>();
    private final AtomicLong gets = new AtomicLong();

    Evidence(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A caller that asked for credentials and got a typed error.
     *
     * @param kind the class of the exception
     * @param detail the reason of a reauthorization, {@code unknown} for an unknown outcome, else the empty text
     */
    record Failure(String caller, String link, String kind, String code, String detail, long at) {}

    /** A caller that had the lease of an account's credential at this time. */
    record Holder(String caller, String account, long at) {}

    /** A caller that stood still. */
    record Pause(String caller, long from, long to) {}

    /** How a connection ended; the fingerprint of the token it gives, or the empty text. */
    record End(AuthorizationStatus status, String reason, String token) {}

    Tokens tokens() {
        return tokens;
    }

    void called(Call call) {
        calls.add(call);
    }

    /** A caller got a token that it had asked for at this time. */
    void got(String caller, String link, String token, long askedAt) {
        gets.incrementAndGet();
        served.putIfAbsent(token, caller);
        tokens.find(token)
                .ifPresentOrElse(
                        ticket -> check(caller, link, ticket, askedAt),
                        () -> breach("G3: " + caller + " got a token for " + link + " that the server never issued"));
    }

    private void check(String caller, String link, Tokens.Ticket ticket, long askedAt) {
        if (!ticket.grant().link().equals(link)) {
            breach("G3: " + caller + " got for " + link + " a token of " + ticket.grant());
        }
        if (askedAt > ticket.expiresAt() + SKEW) {
            breach("rule 7: " + caller + " got for " + link + " at " + time(askedAt) + " a token that had expired at "
                    + time(ticket.expiresAt()));
        }
    }

    void failed(Failure failure) {
        failures.add(failure);
    }

    void breach(String what) {
        breaches.add(what);
    }

    /** A caller was killed, at this time or later. */
    void died(String caller, long at) {
        deaths.merge(caller, at, Math::min);
    }

    void stood(Pause pause) {
        pauses.add(pause);
    }

    void leased(Holder holder) {
        holders.add(holder);
    }

    /** A connection uses an account. */
    void uses(String link, String account) {
        links.put(account, link);
    }

    void ended(String link, End end) {
        ends.put(link, end);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    List<String> breaches() {
        return List.copyOf(breaches);
    }

    List<Pause> pauses() {
        return List.copyOf(pauses);
    }

    Set<Map.Entry<String, End>> ends() {
        return Map.copyOf(ends).entrySet();
    }

    OptionalLong death(String caller) {
        Long at = deaths.get(caller);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /** Returns who had a connection's lease in this time. */
    List<Holder> holders(String link, long from, long to) {
        return holders.stream()
                .filter(holder -> link.equals(links.get(holder.account())))
                .filter(holder -> holder.at() > from && holder.at() <= to)
                .toList();
    }

    /** Tells who had a connection's lease and what failed for it in this time, and who died. */
    String history(String link, long from, long to) {
        var lines = new TreeMap<Long, String>();
        holders.stream()
                .filter(holder -> link.equals(links.get(holder.account())))
                .forEach(holder -> lines.put(holder.at(), holder.caller() + " leases"));
        failures.stream()
                .filter(failure -> failure.link().equals(link))
                .forEach(failure -> lines.put(failure.at(), failure.caller() + " fails: " + failure.code()));
        pauses.forEach(pause -> lines.put(pause.to(), pause.caller() + " stood still from " + time(pause.from())));
        deaths.forEach((caller, at) -> lines.put(at, caller + " dies"));
        return lines.subMap(from, to).entrySet().stream()
                .map(line -> time(line.getKey()) + " " + line.getValue())
                .collect(joining(", "));
    }

    long deaths() {
        return deaths.size();
    }

    long gets() {
        return gets.get();
    }

    /** Who got a token first; the empty text if nobody did. */
    String firstServed(String token) {
        return served.getOrDefault(token, "");
    }

    /** How often the server said what. */
    Map<Call.Answer, Long> answers() {
        return calls.stream().collect(groupingBy(Call::answer, TreeMap::new, counting()));
    }

    /** Writes a time as seconds of the run. */
    String time(long micros) {
        return String.format("+%.3f s", (micros - startedAt) / 1e6);
    }
}
