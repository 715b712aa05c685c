package dev.connections.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connections.testing.internal.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-P20, F-P21: locks that are tried, never waited for, on files that nobody deletes. */
class StripeTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path directory;

    private Path file;
    private Stripe stripe;

    @BeforeEach
    void open() {
        file = directory.resolve("7f");
        stripe = new Stripe(file, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() throws IOException {
        stripe.close();
    }

    @Test
    void keepsItsFile() throws IOException {
        try (Turn turn = stripe.take()) {
            turn.confirm();
        }

        assertThat(file).exists();
    }

    @Test
    void letsOneThreadInAtATime() {
        var inside = new AtomicInteger();
        List<Boolean> alone = Gate.race(8, runner -> {
            boolean always = true;
            for (int i = 0; i < 200; i++) {
                always &= isAlone(inside);
            }
            return always;
        });

        assertThat(alone).containsOnly(true);
    }

    private boolean isAlone(AtomicInteger inside) {
        try (Turn turn = stripe.take()) {
            boolean alone = inside.incrementAndGet() == 1;
            turn.confirm();
            return inside.decrementAndGet() == 0 && alone;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void givesUpWhenSomebodyElseKeepsTheFile() throws Exception {
        var other = new Stripe(file, SHORT);
        try (Turn turn = stripe.take()) {
            turn.confirm();

            assertThatExceptionOfType(LockBusy.class).isThrownBy(other::take).withMessageContaining("7f");
        }

        var later = CompletableFuture.supplyAsync(
                () -> Samples.thrownBy(() -> other.take().close()));
        assertThat(later.get(30, TimeUnit.SECONDS)).isNull(); // another thread: it has not kept its mutex
        other.close();
    }

    @Test
    void givesUpWhenAnotherThreadKeepsTheTurn() throws Exception {
        var impatient = new Stripe(file, SHORT);
        try (Turn turn = impatient.take()) {
            turn.confirm();
            var other = CompletableFuture.supplyAsync(() -> Samples.thrownBy(impatient::take));

            assertThat(other.get(30, TimeUnit.SECONDS)).isInstanceOf(LockBusy.class);
        }
        impatient.close();
    }

    @Test
    void waitsInSpiteOfAnInterrupt() throws Exception {
        var entered = new CompletableFuture<Boolean>();
        Turn turn = stripe.take();
        var waiting = new Thread(() -> {
            try (Turn mine = stripe.take()) {
                mine.confirm();
                entered.complete(Thread.currentThread().isInterrupted());
            } catch (IOException e) {
                entered.completeExceptionally(e);
            }
        });
        waiting.start();
        waiting.interrupt();

        turn.close();

        assertThat(entered.get(30, TimeUnit.SECONDS)).isTrue();
        waiting.join();
    }

    @Test
    void noticesThatItsFileWasDeletedOrReplaced() throws IOException {
        try (Turn turn = stripe.take()) {
            Files.delete(file);
            assertThatExceptionOfType(LockLost.class).isThrownBy(turn::confirm);

            Files.createFile(file);
            assertThatExceptionOfType(LockLost.class).isThrownBy(turn::confirm);
        }
    }

    @Test
    void locksTheNewFileWhenTheOldOneWasDeleted() throws IOException {
        stripe.take().close();
        Files.delete(file);

        try (Turn turn = stripe.take()) {
            turn.confirm();
            var other = new Stripe(file, SHORT);
            assertThatExceptionOfType(LockBusy.class).isThrownBy(other::take);
            other.close();
        }
        assertThat(file).exists();
    }

    @Test
    void makesItsDirectoryAgain() throws IOException {
        var inside = new Stripe(directory.resolve("locks").resolve("00"), SHORT);

        inside.take().close();

        assertThat(directory.resolve("locks").resolve("00")).exists();
        inside.close();
    }

    @Test
    void takesNoMoreTurnsWhenItIsClosed() throws IOException {
        stripe.close();

        assertThatIllegalStateException().isThrownBy(stripe::take).withMessageContaining("closed");
    }

    @Test
    void writesAgainWhatMetADeletedLockFile() throws IOException {
        var tries = new AtomicInteger();
        Places places = new Places(directory);
        Owner.directory(places.locks());
        var turns = new Turns(new Stripes(places, Duration.ofSeconds(30)), new Trouble(directory));

        String done = turns.run(Samples.key("a"), turn -> {
            if (tries.incrementAndGet() == 1) {
                for (Path lock : Samples.below(places.locks())) {
                    Files.delete(lock);
                }
            }
            turn.confirm();
            return "done";
        });

        assertThat(done).isEqualTo("done");
        assertThat(tries).hasValue(2);
        turns.close();
    }

    @Test
    void saysWhoKeepsTheOthersWaiting() throws IOException {
        Places places = new Places(directory);
        Owner.directory(places.locks());
        var first = new Stripes(places, SHORT);
        var turns = new Turns(new Stripes(places, SHORT), new Trouble(directory));
        try (Turn turn = first.take(Samples.key("a"))) {
            turn.confirm();

            var failure = Samples.failureOf(() -> turns.run(Samples.key("a"), mine -> "done"));

            assertThat(failure.code()).isEqualTo("store_unavailable");
            assertThat(failure).hasMessageContaining("look whether a process that uses the directory is stopped");
        }
        first.close();
        turns.close();
    }
}
