package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import dev.connections.Secret;
import dev.connections.testing.internal.CanarySecret;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.slf4j.LoggerFactory;

class SecretCanaryTest {
    private static final Pattern REST_OF_A_SECRET = Pattern.compile("\\[secret][A-Za-z0-9+/=]{4}");

    @Test
    void failsATestThatPrintsAPlantedSecret() {
        fails(Leaks.PrintsIt.class, "System.out");
    }

    @Test
    void failsATestThatPrintsToTheErrorStream() {
        fails(Leaks.PrintsItAsAnError.class, "System.err");
    }

    @Test
    void failsATestThatPrintsTheBeginningOfASecret() {
        fails(Leaks.PrintsItsBeginning.class, "System.out");
    }

    @Test
    void failsATestThatPrintsABasicHeader() {
        fails(Leaks.PrintsABasicHeader.class, "System.out");
    }

    @Test
    void failsATestThatPrintsASecretOfItsOwnPercentEncoded() {
        fails(Leaks.PrintsItsOwnPercentEncoded.class, "System.out");
    }

    @Test
    void failsATestThatPrintsASecretOfItsOwnInBase64() {
        fails(Leaks.PrintsItsOwnInBase64.class, "System.out");
    }

    @Test
    void failsATestThatLogsASecretAtTrace() {
        fails(Leaks.LogsItAtTrace.class, "a log line");
    }

    @Test
    void failsATestThatLogsASecretAsAKeyValuePair() {
        fails(Leaks.LogsItAsAKeyValuePair.class, "a log line");
    }

    @Test
    void failsATestThatLogsASecretInTheContext() {
        fails(Leaks.LogsItInTheContext.class, "a log line");
    }

    @Test
    void failsATestThatLogsAFailureWhoseCauseHoldsASecret() {
        fails(Leaks.LogsAFailure.class, "a log line");
    }

    @Test
    void failsATestThatLogsASecretThroughThePlatform() {
        fails(Leaks.LogsItThroughThePlatform.class, "java.util.logging");
    }

    @Test
    void failsATestWhoseAppenderHeardASecret() {
        fails(Leaks.LetsItBeHeard.class, "the log");
    }

    @Test
    void failsATestWhoseWatchedObjectPrintsASecret() {
        fails(Leaks.WatchesARecord.class, "the text of a java.util.");
    }

    @Test
    void failsATestWhoseWatchedFailureSuppressedASecret() {
        fails(Leaks.WatchesAFailure.class, "the messages of a java.lang.IllegalStateException");
    }

    @Test
    void failsATestWhoseWatchedObjectSerializesASecret() {
        fails(Leaks.WatchesASerializedForm.class, "the serialized form of a ");
    }

    @Test
    void failsATestWhoseWatchedDirectoryHoldsASecret() {
        fails(Leaks.WritesAFile.class, "the file store.bin");
    }

    @Test
    void failsATestThatPrintsATokenOfAMockService() {
        fails(Leaks.PrintsAnIssuedToken.class, "System.out");
    }

    @Test
    void failsATestThatPrintsWhatAMockServiceReceived() {
        fails(Leaks.PrintsAReceivedState.class, "System.out");
    }

    @Test
    void failsATestThatNamesAThreadAfterASecret() throws InterruptedException {
        fails(Leaks.NamesAThread.class, "a thread's name");

        Leaks.NamesAThread.SEEN.countDown();
        Leaks.NamesAThread.named.join();
    }

    @Test
    void addsTheLeakToATestThatFailedWithASecretInItsMessage() {
        run(Leaks.FailsWithIt.class)
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(instanceOf(IllegalArgumentException.class))))
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                suppressed(0, message(text -> text.contains("IllegalArgumentException"))))));
    }

    @Test
    void letsATestPassThatKeepsItsSecrets() {
        run(Leaks.KeepsIt.class)
                .assertStatistics(events -> events.started(1).succeeded(1).failed(0));
    }

    @Test
    void refusesASecretThatWouldBeFoundByChance(SecretCanary canary) {
        assertThatThrownBy(() -> canary.plant(Secret.of("secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use secret()");
    }

    @Test
    void guardsThisModuleWithoutBeingNamed(SecretCanary canary) {
        assertThat(canary.secret().reveal()).startsWith(CanarySecret.MARKER);
        assertThat(LoggerFactory.getILoggerFactory().getLogger("any").isTraceEnabled())
                .isTrue();
    }

    private static Events run(Class<?> leaky) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(leaky))
                .configurationParameter(Leaks.ASKED, "yes")
                .execute()
                .testEvents();
    }

    /** The report says where, and never what. */
    private static void fails(Class<?> leaky, String where) {
        run(leaky)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test(),
                                finishedWithFailure(
                                        instanceOf(AssertionError.class),
                                        message(text -> text.startsWith("a secret is in " + where)
                                                && text.contains("[secret]")
                                                && text.contains("print the Secret itself")
                                                && !text.contains(CanarySecret.MARKER)
                                                && !REST_OF_A_SECRET
                                                        .matcher(text)
                                                        .find()
                                                && !text.contains("ünusual")))));
    }
}
