package dev.connections.oauth.internal.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.catalog.ServiceSchema;
import dev.connections.oauth.OAuth1;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every word that may be a member's name: the constants of the readers' classes, and the names in the schema. */
final class Vocabulary {
    private static final List<String> PACKAGES =
            List.of("dev/connections/oauth/internal/definition", "dev/connections/oauth/internal/oauth1");

    static final Set<String> NAMES = names();

    private Vocabulary() {}

    private static Set<String> names() {
        var names = new TreeSet<String>();
        try {
            addNames(new ObjectMapper().readTree(ServiceSchema.TEXT), names);
            Path place = Path.of(OAuth1.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                addConstants(place, names);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                    addConstants(jar.getPath("/"), names);
                }
            }
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
        return Set.copyOf(names);
    }

    private static void addNames(JsonNode schema, Set<String> names) {
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.forEach(each -> addNames(each, names));
    }

    private static void addConstants(Path root, Set<String> names) throws IOException {
        for (String each : PACKAGES) {
            try (Stream<Path> classes = Files.list(root.resolve(each))) {
                classes.filter(file -> file.toString().endsWith(".class")).forEach(file -> addConstantsOf(file, names));
            }
        }
    }

    private static void addConstantsOf(Path file, Set<String> names) {
        Pattern shape = Pattern.compile("[a-z][a-z0-9_]{1,60}");
        try (InputStream in = Files.newInputStream(file)) {
            texts(new DataInputStream(in))
                    .filter(text -> shape.matcher(text).matches())
                    .forEach(names::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads the texts of a class file's constant pool.
     *
     * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">JVMS 17, section 4.4</a>
     */
    private static Stream<String> texts(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        int constants = in.readUnsignedShort();
        var texts = Stream.<String>builder();
        for (int i = 1; i < constants; i++) {
            int tag = in.readUnsignedByte();
            if (tag == 1) {
                texts.add(in.readUTF());
            } else {
                in.skipNBytes(tag == 5 || tag == 6 ? 8 : tag == 15 ? 3 : tag == 7 || tag == 8 || tag == 16 ? 2 : 4);
                i += tag == 5 || tag == 6 ? 1 : 0;
            }
        }
        return texts.build();
    }
}
