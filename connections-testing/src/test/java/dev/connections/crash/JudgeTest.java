package dev.connections.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.AuthorizationStatus;
import dev.connections.crash.Call.Answer;
import dev.connections.crash.Call.Grant;
import dev.connections.crash.Evidence.End;
import dev.connections.crash.Evidence.Failure;
import dev.connections.crash.Evidence.Holder;
import dev.connections.crash.Evidence.Pause;
import dev.connections.crash.Grants.Issued;
import dev.connections.crash.Grants.Turn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge of a run notices what it is for, and lets pass what a death explains. */
class JudgeTest {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final long SECOND = 1_000_000;

    private final Tokens tokens = new Tokens(Duration.ofMinutes(1));
    private final Evidence evidence = new Evidence(tokens);
    private final Grants grants = new Grants(tokens, Duration.ZERO);
    private final long start = Wall.micros();
    private final Issued first = grants.exchange(grants.agreed("crm")).issued().orElseThrow();

    private List<String> findings() {
        return Judge.findings(evidence, grants, Duration.ZERO);
    }

    /** Sends a refresh token in the n-th second, for half a second. */
    private Turn sent(String caller, int second, String refreshToken) {
        return sent(caller, second, refreshToken, SECOND / 2);
    }

    private Turn sent(String caller, int second, String refreshToken, long length) {
        Turn turn = grants.refresh(refreshToken);
        String issued =
                turn.issued().map(Issued::accessToken).map(Tokens::fingerprint).orElse("");
        evidence.called(new Call(
                caller, turn.grant(), turn.generation(), turn.answer(), issued, at(second), at(second) + length));
        return turn;
    }

    private long at(int second) {
        return start + second * SECOND;
    }

    private void got(String caller, Issued issued) {
        evidence.got(caller, "crm", Tokens.fingerprint(issued.accessToken()), start);
    }

    private void endedActiveWith(Issued issued) {
        evidence.ended("crm", new End(AuthorizationStatus.ACTIVE, "", Tokens.fingerprint(issued.accessToken())));
    }

    private void endedLost() {
        evidence.ended("crm", new End(AuthorizationStatus.REAUTHORIZATION_REQUIRED, "LOST_ROTATION", ""));
    }

    @Test
    void findsNothingInAnOrderlyRun() {
        Issued second = sent("a", 1, first.refreshToken()).issued().orElseThrow();
        got("b", second);
        Issued third = sent("b", 2, second.refreshToken()).issued().orElseThrow();
        got("b", third);
        endedActiveWith(third);

        assertThat(findings()).isEmpty();
    }

    @Test
    void letsTheDeadSendATokenThatIsSentAgain() {
        sent("a", 1, first.refreshToken());
        evidence.died("a", at(2));
        Turn again = sent("b", 6, first.refreshToken());
        endedLost();

        assertThat(again.answer()).isEqualTo(Answer.REUSED);
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsATokenThatTheLivingSendTwice() {
        sent("a", 1, first.refreshToken());
        evidence.died("a", at(7));
        sent("b", 6, first.refreshToken());
        endedLost();

        assertThat(findings()).singleElement().asString().startsWith("S2: a's call with generation 0 of crm#1");
    }

    @Test
    void findsATokenThatWasServedBeforeItWasDurable() {
        Issued second = sent("a", 1, first.refreshToken()).issued().orElseThrow();
        got("a", second);
        evidence.died("a", at(2));
        sent("b", 6, first.refreshToken());
        endedLost();

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("G2: a's call")
                .contains("gave a a token");
    }

    @Test
    void findsCallsThatOverlap() {
        Issued second = sent("a", 1, first.refreshToken(), 3 * SECOND).issued().orElseThrow();
        Issued third = sent("b", 2, second.refreshToken()).issued().orElseThrow();
        endedActiveWith(third);

        assertThat(findings()).singleElement().asString().startsWith("G1: two calls overlap: a's call");
    }

    @Test
    void letsTheCallOfTheDeadOverlap() {
        Issued second = sent("a", 1, first.refreshToken(), 3 * SECOND).issued().orElseThrow();
        evidence.died("a", at(1));
        endedActiveWith(sent("b", 2, second.refreshToken()).issued().orElseThrow());

        assertThat(findings()).isEmpty();
    }

    @Test
    void letsTheCallOfAHolderOverlapThatStoodStill() {
        sent("a", 1, first.refreshToken());
        evidence.stood(new Pause("a", at(1), at(5)));
        sent("b", 5, first.refreshToken());
        endedLost();

        assertThat(findings()).isEmpty();
    }

    @Test
    void letsATokenBeSentAgainWhoseSenderHeardNothing() {
        sent("a", 1, first.refreshToken());
        evidence.failed(new Failure("a", "crm", "TransientConnectionException", "no_answer", "unknown", at(2)));
        sent("b", 5, first.refreshToken());
        endedLost();

        assertThat(findings()).isEmpty();
    }

    @Test
    void findsAnUnknownToken() {
        sent("a", 1, "invented");

        assertThat(findings()).singleElement().asString().contains("sent a refresh token that the server never issued");
    }

    @Test
    void findsACallAfterTheEndOfAGrant() {
        Issued second = sent("a", 1, first.refreshToken()).issued().orElseThrow();
        evidence.died("a", at(2));
        sent("b", 6, first.refreshToken());
        sent("c", 7, second.refreshToken());
        endedLost();

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("G5: c's call")
                .contains("REUSED");
    }

    @Test
    void findsAGrantThatWasLostWithinAGrace() {
        sent("a", 1, first.refreshToken());
        evidence.died("a", at(2));
        sent("b", 6, first.refreshToken());
        endedLost();

        assertThat(Judge.findings(evidence, grants, GRACE))
                .singleElement()
                .asString()
                .contains("although the server has a grace of PT10S");
    }

    @Test
    void findsAGrantThatWasLostBecauseItsHolderWaited() {
        evidence.uses("crm", "account");
        sent("a", 1, first.refreshToken());
        evidence.died("a", at(2));
        evidence.leased(new Holder("b", "account", at(5)));
        sent("b", 20, first.refreshToken());
        endedLost();

        assertThat(Judge.findings(evidence, grants, GRACE))
                .singleElement()
                .asString()
                .contains("although the server has a grace of PT10S")
                .contains("meanwhile: ")
                .contains("b leases");
    }

    @Test
    void letsAGraceRunOutWhileHoldersDieOneAfterTheOther() {
        evidence.uses("crm", "account");
        sent("a", 1, first.refreshToken());
        evidence.died("a", at(2));
        evidence.leased(new Holder("c", "account", at(5)));
        evidence.died("c", at(6));
        sent("b", 20, first.refreshToken());
        endedLost();

        assertThat(Judge.findings(evidence, grants, GRACE)).isEmpty();
    }

    @Test
    void findsATokenOfAnotherConnectionOrOfNobody() {
        evidence.got("a", "erp", Tokens.fingerprint(first.accessToken()), start);
        evidence.got("a", "crm", "0123", start);

        assertThat(findings())
                .containsExactly(
                        "G3: a got for erp a token of crm#1", "G3: a got a token for crm that the server never issued");
    }

    @Test
    void findsATokenThatHadExpired() {
        evidence.got("a", "crm", Tokens.fingerprint(first.accessToken()), at(66));

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("rule 7: a got for crm at")
                .contains("expired");
    }

    @Test
    void findsErrorsThatAreNotTypedAndReauthorizationsWithoutALoss() {
        evidence.failed(new Failure("a", "crm", "java.lang.NullPointerException", "untyped", "", start));
        evidence.failed(new Failure(
                "a", "crm", "ReauthorizationRequiredException", "reauthorization_required", "LOST_ROTATION", start));
        evidence.failed(new Failure("a", "crm", "ConnectionStoreException", "record_corrupt", "", start));

        assertThat(findings())
                .hasSize(3)
                .anyMatch(finding -> finding.startsWith("rule 4: a failed") && finding.contains("NullPointerException"))
                .anyMatch(finding -> finding.startsWith("rule 4: a failed") && finding.contains("record_corrupt"))
                .anyMatch(finding -> finding.startsWith("G3: a failed") && finding.contains("was refused before"));
    }

    @Test
    void findsAConnectionThatEndsWithATokenOfBefore() {
        sent("a", 1, first.refreshToken());
        endedActiveWith(first);

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("G3: crm ended active with")
                .contains("not current");
    }

    @Test
    void findsAConnectionThatEndsWithTheGrantOfBefore() {
        var unused = grants.exchange(grants.agreed("crm"));
        endedActiveWith(first);

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("G3: crm ended active with")
                .contains("crm#2");
    }

    @Test
    void findsAConnectionThatWasGivenUpForNothing() {
        endedLost();

        assertThat(findings()).singleElement().asString().contains("was never refused");
    }

    @Test
    void keepsGrantsOfOneConnectionApart() {
        assertThat(grants.latest("crm")).isEqualTo(new Grant("crm", 1));

        var unused = grants.agreed("crm");

        assertThat(grants.latest("crm")).isEqualTo(new Grant("crm", 2));
        assertThat(grants.latest("erp")).isEqualTo(new Grant("erp", 0));
    }
}
