package dev.connections.catalog.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what is made of services.json: the index and the constants. Run it after a change of the data, from the
 * module's folder, with the test class path.
 */
final class CatalogGenerator {
    static final Path DATA = Path.of("src/main/resources/dev/connections/catalog/services.json");
    static final Path INDEX = Path.of("src/main/resources/dev/connections/catalog/services.index");
    static final Path PAGE = Path.of("../docs/services.md");
    static final Path CONSTANTS = Path.of("src/main/java/dev/connections/catalog/DefaultServices.java");

    private CatalogGenerator() {}

    public static void main(String[] moduleFolder) throws IOException {
        Path folder = Path.of(moduleFolder.length == 0 ? "" : moduleFolder[0]);
        List<WrittenEntry> entries = WrittenEntry.all(Files.readAllBytes(folder.resolve(DATA)));
        Files.writeString(folder.resolve(INDEX), index(entries));
        Path constants = folder.resolve(CONSTANTS);
        Files.writeString(constants, constants(Files.readString(constants), entries));
        Path page = folder.resolve(PAGE);
        Files.writeString(page, ServicesPage.of(Files.readString(page), entries));
    }

    static String index(List<WrittenEntry> entries) {
        var index = new StringBuilder();
        for (WrittenEntry each : entries) {
            Heading heading = each.blueprint().heading();
            index.append(heading.linkName()).append('\t');
            index.append(heading.category()).append('\t');
            index.append(heading.authenticationType()).append('\t');
            index.append(each.offset()).append('\t');
            index.append(each.length()).append('\t');
            index.append(heading.name()).append('\n');
        }
        return index.toString();
    }

    /** Returns the source with the constants between its marks. */
    static String constants(String source, List<WrittenEntry> entries) {
        String begin = "    // begin of the constants\n";
        String end = "    // end of the constants\n";
        var text = new StringBuilder(source.substring(0, source.indexOf(begin) + begin.length()));
        for (WrittenEntry each : entries) {
            text.append('\n').append(new Constant(each.blueprint()).source());
        }
        return text.append('\n').append(source.substring(source.indexOf(end))).toString();
    }
}
