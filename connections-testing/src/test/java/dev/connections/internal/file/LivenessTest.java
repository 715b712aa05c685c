package dev.connections.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivenessTest {
    @TempDir
    private Path directory;

    private Liveness liveness;

    @BeforeEach
    void begin() throws IOException {
        liveness = Liveness.begin(directory);
    }

    @AfterEach
    void close() throws IOException {
        liveness.close();
    }

    private Path dead() throws IOException {
        return Files.createFile(directory.resolve(UUID.randomUUID().toString()));
    }

    @Test
    void knowsThatItLives() throws IOException {
        assertThat(liveness.isAlive(liveness.name())).isTrue();
    }

    @Test
    void tellsTheLivingFromTheDead() throws IOException {
        try (Liveness other = Liveness.begin(directory)) {
            assertThat(liveness.isAlive(other.name())).isTrue();
        }
        assertThat(liveness.isAlive(String.valueOf(dead().getFileName()))).isFalse();
        assertThat(liveness.isAlive(UUID.randomUUID().toString())).isFalse();
    }

    @Test
    void hasANewNameEachTime() throws IOException {
        try (Liveness other = Liveness.begin(directory)) {
            assertThat(other.name()).isNotEqualTo(liveness.name());
        }
    }

    @Test
    void takesNoPathForAName() throws IOException {
        Files.createFile(directory.resolve("x"));

        assertThat(liveness.isAlive("../" + directory.getFileName() + "/" + liveness.name()))
                .isFalse();
        assertThat(liveness.isAlive("")).isFalse();
    }

    @Test
    void clearsTheDeadAndNobodyElse() throws IOException {
        Path dead = dead();
        Path foreign = Files.createFile(directory.resolve("notes.txt"));
        try (Liveness other = Liveness.begin(directory)) {
            liveness.clearTheDead();

            assertThat(directory.resolve(other.name())).exists();
            assertThat(liveness.isAlive(other.name())).isTrue();
        }
        assertThat(dead).doesNotExist();
        assertThat(foreign).exists();
        assertThat(directory.resolve(liveness.name())).exists();
    }

    @Test
    void leavesNothingWhenItEnds() throws IOException {
        try (Liveness other = Liveness.begin(directory)) {
            assertThat(directory.resolve(other.name())).exists();
        }

        assertThat(Samples.below(directory)).containsExactly(directory.resolve(liveness.name()));
    }
}
