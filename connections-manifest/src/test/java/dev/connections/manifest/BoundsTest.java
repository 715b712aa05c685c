package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight mebibytes of whatever it is end in findings or in one typed error, in a JVM with 64 MiB of heap. */
class BoundsTest {
    private static final int LENGTH = (8 << 20) - 200;
    private static final long PATIENCE_SECONDS = 240;
    private static final String DESK = "{\"service\":\"DESK\",";

    @TempDir
    private Path folder;

    /** A start, what follows again and again (# counts), and an end. */
    private static Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new TreeMap<>();
        texts.put("numbers", List.of(DESK + "\"modules\":[", "1", "]}"));
        texts.put("domains", List.of(DESK + "\"whiteListedDomains\":[", "1", "]}"));
        texts.put("sources", List.of(DESK + "\"cspDomains\":{\"connect-src\":[", "\"https://#\"", "]}}"));
        texts.put("parameters", List.of(DESK + "\"config\":[", "{\"name\":7}", "]}"));
        texts.put("clients", List.of(DESK + "\"TPAOauth\":[", "{\"name\":\"a#\"}", "]}"));
        texts.put("names", List.of(DESK, "\"#\":1", "}"));
        texts.put("oneName", List.of(DESK, "\"Locale\":1", "}"));
        texts.put("scopes", List.of(DESK + "\"connectors\":[{\"scope\":[", "\"#\"", "]}]}"));
        texts.put("entries", List.of(DESK + "\"connectors\":[", "{\"connectionLinkName\":\"a#\"}", "]}"));
        texts.put("members", List.of(DESK + "\"connectors\":[{", "\"#\":1", "}]}"));
        texts.put("notAsMuchAsAProduct", List.of("{", "\"#\":1", "}"));
        texts.put("brackets", List.of(DESK + "\"modules\":[", "[[[[]]]]", "]}"));
        texts.put("noJson", List.of(DESK + "\"modules\":[", "'a' //b\n", "]}"));
        return texts;
    }

    private static String text(List<String> parts) {
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int i = 0; text.length() < LENGTH; i++) {
            text.append(i == 0 ? "" : ",").append(parts.get(1).replace("#", Integer.toString(i, 36)));
        }
        return text.append(parts.get(2)).toString();
    }

    @Test
    void endsInFindingsOrOneErrorWithinSixtyFourMebibytes() throws Exception {
        List<String> expected = new ArrayList<>();
        for (Map.Entry<String, List<String>> each : texts().entrySet()) {
            Files.writeString(folder.resolve(each.getKey()), text(each.getValue()));
            expected.add(each.getKey() + (each.getKey().equals("brackets") ? " too_many_values" : " found"));
        }

        assertThat(answers()).containsExactlyElementsOf(expected);
    }

    private List<String> answers() throws IOException, InterruptedException {
        Path answers = folder.resolveSibling(folder.getFileName() + ".answers");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path").replace(";", File.pathSeparator),
                        Main.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(answers.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return Files.readAllLines(answers, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            Files.delete(answers);
        }
    }

    /** The small JVM. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws IOException {
            List<Path> files;
            try (var all = Files.list(Path.of(arguments[0]))) {
                files = all.sorted().toList();
            }
            for (Path file : files) {
                System.out.println(file.getFileName() + " " + answer(file));
            }
        }

        private static String answer(Path file) {
            try {
                return PluginManifest.read(file).validate().isEmpty() ? "nothing" : "found";
            } catch (ManifestException refused) {
                return refused.code();
            }
        }
    }
}
