package dev.connections.crash;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizationStatus.Reason;
import dev.connections.crash.Call.Answer;
import dev.connections.crash.Call.Grant;
import dev.connections.crash.Evidence.End;
import dev.connections.crash.Evidence.Failure;
import dev.connections.crash.Tokens.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds what a run did that it must never do, whoever was killed when (RELIABILITY.md, section 5.6). A rule asks for a cause,
 * never for a time: a token is sent twice only if its first sender died, and a grant is lost only that way.
 */
final class Judge {
    /** How long a holder may stand still and keep its lease. */
    private static final long LEASE = 3_000_000;

    /** How long somebody may take who has the lease of a credential that may have been refreshed: a second and a call. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);

    private static final Set<String> TYPED = Set.of("TransientConnectionException", "ReauthorizationRequiredException");
    /** What a busy database may say; every other failure of a store is a finding. */
    private static final String BUSY_STORE = "store_unavailable";

    private static final String LOST = Reason.LOST_ROTATION.name();

    private final Evidence evidence;
    private final Grants grants;
    private final Duration grace;
    private final List<Call> calls;
    private final List<String> found = new ArrayList<>();

    private Judge(Evidence evidence, Grants grants, Duration grace) {
        this.evidence = evidence;
        this.grants = grants;
        this.grace = grace;
        this.calls = evidence.calls();
    }

    /** Returns what was wrong, a line each; empty for a good run. */
    static List<String> findings(Evidence evidence, Grants grants, Duration grace) {
        var judge = new Judge(evidence, grants, grace);
        judge.found.addAll(evidence.breaches());
        judge.byGrant().values().forEach(judge::grant);
        judge.byGrant().values().forEach(judge::generations);
        evidence.failures().forEach(judge::failure);
        evidence.ends().forEach(end -> judge.end(end.getKey(), end.getValue()));
        return List.copyOf(judge.found);
    }

    private Map<String, List<Call>> byGrant() {
        return calls.stream()
                .sorted(comparingLong(Call::from))
                .collect(groupingBy(call -> call.grant().toString(), TreeMap::new, Collectors.toList()));
    }

    private void grant(List<Call> ofGrant) {
        for (int i = 0; i < ofGrant.size(); i++) {
            Call call = ofGrant.get(i);
            if (call.answer() == Answer.UNKNOWN) {
                found.add("rule 7: " + call + " sent a refresh token that the server never issued");
            }
            ofGrant.subList(i + 1, ofGrant.size()).stream()
                    .takeWhile(later -> later.from() < call.to())
                    .forEach(later -> overlap(call, later));
            if (call.answer().refused()) {
                afterTheEnd(call, ofGrant.subList(i + 1, ofGrant.size()));
            }
        }
    }

    /** G1: one call at a time, unless one of the two callers was dead or stood still by then. */
    private void overlap(Call first, Call second) {
        if (!gone(first.caller(), second.from())
                && !gone(second.caller(), second.from())
                && !stoodStill(first, second)) {
            found.add("G1: two calls overlap: " + at(first) + ", " + at(second) + "; both callers lived");
        }
    }

    /** G5: a refusal is final, once its receiver could write it down. */
    private void afterTheEnd(Call refused, List<Call> later) {
        later.stream()
                .filter(call -> call.generation() != refused.generation())
                .filter(call -> !gone(call.caller(), call.from()))
                .forEach(call -> found.add("G5: " + at(call) + " came after the end of the grant: " + at(refused)));
    }

    private void generations(List<Call> ofGrant) {
        ofGrant.stream().collect(groupingBy(Call::generation)).values().forEach(this::sent);
    }

    private void sent(List<Call> sameToken) {
        for (int i = 1; i < sameToken.size(); i++) {
            again(sameToken.get(i - 1), sameToken.get(i));
            late(sameToken.get(0), sameToken.get(i));
        }
    }

    /** S2, S3: a token is sent again only where the outcome was unknown, and nobody saw what came of it. */
    private void again(Call first, Call second) {
        String by = first.issued().isEmpty() ? "" : evidence.firstServed(first.issued());
        if (!by.isEmpty() && first.to() <= second.from()) {
            found.add("G2: " + at(first) + " gave " + by + " a token that was not durable: " + at(second));
        } else if (!outcomeUnknown(first, second)) {
            found.add("S2: " + at(first) + " lived, and yet came " + at(second));
        }
    }

    private boolean outcomeUnknown(Call first, Call second) {
        return gone(first.caller(), second.from())
                || gone(second.caller(), second.from())
                || stoodStill(first, second)
                || timedOut(first, second);
    }

    /** Within a grace nothing is lost, unless whoever tried in time died of it too. */
    private void late(Call first, Call second) {
        if (second.answer() != Answer.REUSED || grace.isZero()) {
            return;
        }
        long inTime = first.to() + grace.minus(LONGEST_TRY).toNanos() / 1_000;
        String link = first.grant().link();
        boolean tried = evidence.holders(link, first.from(), inTime).stream()
                .anyMatch(holder -> !gone(holder.caller(), second.from()) && !stoodStill(first, second));
        if (tried || second.from() <= inTime) {
            found.add("G3: the grant was lost although the server has a grace of " + grace + ": " + at(first) + ", "
                    + at(second) + "; meanwhile: "
                    + evidence.history(link, first.from(), second.from()));
        }
    }

    private boolean gone(String caller, long by) {
        return evidence.death(caller).orElse(Long.MAX_VALUE) <= by;
    }

    private boolean stoodStill(Call first, Call second) {
        return evidence.pauses().stream()
                .filter(pause ->
                        pause.caller().equals(first.caller()) || pause.caller().equals(second.caller()))
                .anyMatch(pause -> pause.from() <= second.from() && pause.to() >= first.from() - LEASE);
    }

    private boolean timedOut(Call first, Call second) {
        return evidence.failures().stream()
                .filter(failure -> failure.detail().equals("unknown"))
                .filter(failure -> failure.caller().equals(first.caller()))
                .filter(failure -> failure.link().equals(first.grant().link()))
                .anyMatch(failure -> failure.at() >= first.from() && failure.at() <= second.from());
    }

    private void failure(Failure failure) {
        String who = failure.caller() + " failed at " + evidence.time(failure.at()) + " with " + failure.kind() + " "
                + failure.code() + " " + failure.detail() + " for " + failure.link();
        if (!TYPED.contains(failure.kind()) && !failure.code().equals(BUSY_STORE)) {
            found.add("rule 4: " + who);
        } else if (failure.kind().startsWith("Reauthorization") && !lost(failure)) {
            found.add("G3: " + who + ", but no refresh of it was refused before");
        }
    }

    private boolean lost(Failure failure) {
        return failure.detail().equals(LOST)
                && calls.stream()
                        .filter(call -> call.grant().link().equals(failure.link()))
                        .anyMatch(call -> call.answer().refused() && call.from() <= failure.at());
    }

    /** Rule 3: active with the server's current token, or honestly lost. */
    private void end(String link, End end) {
        Grant latest = grants.latest(link);
        boolean refused = calls.stream()
                .anyMatch(call -> call.grant().equals(latest) && call.answer().refused());
        if (end.status() == AuthorizationStatus.ACTIVE) {
            Optional<Ticket> ticket = evidence.tokens().find(end.token());
            if (ticket.filter(grants::isCurrent).isEmpty()) {
                found.add("G3: " + link + " ended active with " + ticket + ", which is not current of " + latest);
            }
        } else if (!refused || !end.reason().equals(LOST)) {
            found.add("G3: " + link + " ended " + end.status() + " " + end.reason() + ", and " + latest
                    + (refused ? " was refused" : " was never refused"));
        }
    }

    private String at(Call call) {
        return call + " at " + evidence.time(call.from());
    }
}
