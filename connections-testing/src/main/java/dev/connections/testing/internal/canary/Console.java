package dev.connections.testing.internal.canary;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Listens to {@code System.out} and {@code System.err} and passes everything on. */
final class Console {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final PrintStream listeningOut = listening("System.out", out);
    private final PrintStream listeningErr = listening("System.err", err);

    Console() {
        System.setOut(listeningOut);
        System.setErr(listeningErr);
    }

    private static PrintStream listening(String name, PrintStream stream) {
        return new PrintStream(new Listening(name, stream), true, StandardCharsets.UTF_8);
    }

    /** Leaves a stream alone that somebody else has put in place meanwhile. */
    void close() {
        if (System.out == listeningOut) {
            System.setOut(out);
        }
        if (System.err == listeningErr) {
            System.setErr(err);
        }
    }

    /** Whole writes are heard; the print stream around it makes one of each print. */
    private static final class Listening extends OutputStream {
        private final String name;
        private final PrintStream stream;

        Listening(String name, PrintStream stream) {
            this.name = name;
            this.stream = stream;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            stream.write(bytes, offset, length);
            var heard = new ByteArrayOutputStream(length);
            heard.write(bytes, offset, length);
            Ears.hear(name, heard.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {
            stream.flush();
        }
    }
}
