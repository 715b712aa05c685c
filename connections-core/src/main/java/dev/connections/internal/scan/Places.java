package dev.connections.internal.scan;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Reference;
import dev.connections.spi.SourceReferences.Finder;
import dev.connections.spi.SourceReferences.Occurrence;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what was found. Confined to one call. */
final class Places {
    private static final int MOST = 100_000;
    private static final int LONGEST_COMPONENT = 200;
    private static final int LONGEST_LOCATION = 500;

    private final String application;
    private final Map<String, Set<Reference>> found = new TreeMap<>();
    private int count;

    Places(String application) {
        this.application = application;
    }

    /** Adds what finders find in a file, if each of them understands it. */
    void add(String file, String text, List<Finder> finders) {
        List<Occurrence> occurrences = finders.stream()
                .flatMap(finder -> finder.find(file, text).stream())
                .toList();
        var lines = new Lines(text);
        occurrences.stream()
                .filter(each -> usable(each.linkName()))
                .sorted(Comparator.comparingInt(Occurrence::offset))
                .forEach(each -> add(each.linkName(), place(file, lines.at(each.offset()))));
    }

    private static boolean usable(String linkName) {
        return !linkName.isBlank()
                && linkName.length() <= CodeReader.LONGEST_LITERAL
                && linkName.chars().noneMatch(Character::isISOControl);
    }

    private Reference place(String file, int line) {
        String shown = shown(file);
        String name = shown.substring(shown.lastIndexOf('/') + 1);
        return new Reference(application, end(name, LONGEST_COMPONENT), end(shown + ":" + line, LONGEST_LOCATION));
    }

    private static String shown(String file) {
        return file.chars()
                .map(c -> Character.isISOControl(c) ? '\ufffd' : c)
                .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
                .toString();
    }

    private static String end(String text, int longest) {
        return text.length() <= longest ? text : "…" + text.substring(text.length() - longest + 1);
    }

    private void add(String linkName, Reference place) {
        boolean added =
                found.computeIfAbsent(linkName, name -> new LinkedHashSet<>()).add(place);
        count += added ? 1 : 0;
        if (count > MOST) {
            throw new ConnectionConfigurationException(
                    "scan_too_large",
                    "more than " + MOST + " places were found; give a smaller folder, or leave out generated ones with"
                            + " withIgnored(\"…\")",
                    null);
        }
    }

    Map<String, List<Reference>> all() {
        Map<String, List<Reference>> all = new TreeMap<>();
        found.forEach((linkName, places) -> all.put(linkName, List.copyOf(places)));
        return Collections.unmodifiableMap(all);
    }
}
