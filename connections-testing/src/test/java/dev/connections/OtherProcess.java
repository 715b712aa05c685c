package dev.connections;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with the class path of the tests, which is asked by lines and answers by lines. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    private OtherProcess(Process process) {
        this.process = process;
        questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherProcess running(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        try {
            return new OtherProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new IllegalStateException("no other JVM could be started", e);
        }
    }

    /** Sends a line and returns the line that answers it. */
    String ask(String question) {
        questions.println(question);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the other JVM ended instead of answering " + question);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("the other JVM cannot be heard", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
