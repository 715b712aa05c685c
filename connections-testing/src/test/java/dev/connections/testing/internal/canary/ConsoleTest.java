package dev.connections.testing.internal.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @AfterEach
    void putTheStreamsBack() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void putsTheStreamsBack() {
        var console = new Console();
        PrintStream during = System.out;

        console.close();

        assertThat(during).isNotSameAs(out);
        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);
    }

    @Test
    void leavesAStreamAloneThatSomebodyElseHasPutInPlace() {
        var console = new Console();
        var theirs = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        System.setOut(theirs);

        console.close();

        assertThat(System.out).isSameAs(theirs);
        assertThat(System.err).isSameAs(err);
    }
}
