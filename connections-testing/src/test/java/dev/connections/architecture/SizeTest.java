package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SizeTest {
    private static List<SourceFile> all = List.of();
    private static List<SourceFile> main = List.of();

    @BeforeAll
    static void parse() throws IOException {
        all = SourceFile.ofReactor();
        main = all.stream().filter(SourceFile::isMain).toList();
    }

    @Test
    void findsTheSources() {
        assertThat(all).anyMatch(file -> file.name().endsWith("/SizeTest.java"));
        assertThat(all).flatMap(SourceFile::methods).isNotEmpty();
    }

    @Test
    void keepsFilesShort() {
        assertThat(Size.longFiles(all)).isEmpty();
    }

    @Test
    void keepsMethodsShort() {
        assertThat(Size.longMethods(all)).isEmpty();
    }

    @Test
    void keepsParametersFew() {
        assertThat(Size.manyParameters(all)).isEmpty();
    }

    @Test
    void keepsTheMedianFileShort() {
        assertThat(Size.fileMedian(all)).isEmpty();
        assertThat(Size.fileMedian(main)).isEmpty();
    }

    @Test
    void keepsTheMedianMethodShort() {
        assertThat(Size.methodMedian(all)).isEmpty();
        assertThat(Size.methodMedian(main)).isEmpty();
    }

    @Test
    void keepsNineInTenMethodsShort() {
        assertThat(Size.methodNinth(all)).isEmpty();
        assertThat(Size.methodNinth(main)).isEmpty();
    }
}
