package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The size rules notice what they are for. */
class SizeRulesTest {
    @TempDir
    private Path root;

    @Test
    void measuresAMethodFromItsSignatureToItsBraceWithoutBlankLines() throws IOException {
        var methods = parse("""
                        class A {
                            /** Javadoc. */
                            @Override
                            public String toString() {
                                int a = 1;

                                return "" + a;
                            }
                        }
                        """).get(0).methods();

        assertThat(methods).containsExactly(new SourceMethod("A.java:4", "toString", 4, 0));
    }

    @Test
    void findsMethodsOfNestedAndAnonymousClasses() throws IOException {
        var methods = parse("""
                        class A {
                            record B(int c) {
                                B {
                                    c++;
                                }
                            }

                            Runnable d = new Runnable() {
                                public void run() {}
                            };
                        }
                        """).get(0).methods();

        assertThat(methods)
                .extracting(SourceMethod::where, SourceMethod::lines)
                .containsExactly(tuple("A.java:3", 3), tuple("A.java:9", 1));
    }

    @Test
    void noticesALongFile() throws IOException {
        assertThat(Size.longFiles(parse("\n".repeat(400)))).isEmpty();
        assertThat(Size.longFiles(parse("\n".repeat(401)))).containsExactly("A.java: 401 lines");
    }

    @Test
    void noticesALongMethod() throws IOException {
        assertThat(Size.longMethods(parse(method(40)))).isEmpty();
        assertThat(Size.longMethods(parse(method(41)))).containsExactly("A.java:2 m: 41 lines, 0 parameters");
    }

    @Test
    void noticesTheFifthParameter() throws IOException {
        assertThat(Size.manyParameters(parse("interface A { void m(int a, int b, int c, int d); }")))
                .isEmpty();
        assertThat(Size.manyParameters(parse("interface A { void m(int a, int b, int c, int d, int e); }")))
                .containsExactly("A.java:1 m: 0 lines, 5 parameters");
    }

    @Test
    void countsNeitherRecordComponentsNorWhatASupertypeOrEveryExceptionBrings() throws IOException {
        var record = parse("record A(int a, int b, int c, int d, int e) {"
                + " A(int a, int b, int c, int d, int e) { this.a = a; } }");
        var exception = parse("class AException { AException(int a, int b, int c, int d, int e) {} }");
        var override = parse("class A { @Override void m(int a, int b, int c, int d, int e) {} }");

        assertThat(Size.manyParameters(record)).isEmpty();
        assertThat(Size.manyParameters(override)).isEmpty();
        assertThat(Size.manyParameters(exception)).isEmpty();
    }

    @Test
    void noticesThatHalfOfTheFilesAreLong() throws IOException {
        assertThat(Size.fileMedian(parse("\n".repeat(120)))).isEmpty();
        assertThat(Size.fileMedian(parse("\n".repeat(121)))).containsExactly("A.java: 121 lines");
    }

    @Test
    void noticesThatTheMedianMethodIsLong() throws IOException {
        assertThat(Size.methodMedian(parse(method(5)))).isEmpty();
        assertThat(Size.methodMedian(parse(method(6)))).contains("A.java:2 m: 6 lines, 0 parameters");
    }

    @Test
    void noticesThatMoreThanOneInTenMethodsIsLong() throws IOException {
        assertThat(Size.methodNinth(parse(method(13)))).isEmpty();
        assertThat(Size.methodNinth(parse(method(14)))).contains("A.java:2 m: 14 lines, 0 parameters");
    }

    private static String method(int lines) {
        return "class A {\n void m() {\n" + "  n();\n".repeat(lines - 2) + " }\n}\n";
    }

    private List<SourceFile> parse(String text) throws IOException {
        Path file = Files.writeString(root.resolve("A.java"), text);
        return SourceFile.parse(root, List.of(file));
    }
}
