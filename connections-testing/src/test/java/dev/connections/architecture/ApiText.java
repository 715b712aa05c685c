package dev.connections.architecture;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of an {@code api.txt}: every exported type, by name, with its exported members. */
record ApiText(String text) {
    private static final Pattern TYPE_NAME = Pattern.compile("\\b(?:class|interface|enum|record) ([\\w.]+)");

    static ApiText of(String title, List<? extends Class<?>> types, Predicate<Class<?>> exported) {
        String body = types.stream()
                .sorted(Comparator.comparing(Class::getName))
                .map(type -> String.join("\n", new ApiType(type, exported).lines()))
                .collect(Collectors.joining("\n\n"));
        return new ApiText("# " + title + "\n\n" + body + "\n");
    }

    /** What changed from {@code before} to this, one change a line; empty if nothing did. */
    List<String> changesSince(ApiText before) {
        Set<String> old = before.qualifiedLines();
        Set<String> now = qualifiedLines();
        Stream<String> removed =
                old.stream().filter(line -> !now.contains(line)).map("- "::concat);
        Stream<String> added = now.stream().filter(line -> !old.contains(line)).map("+ "::concat);
        return Stream.concat(removed, added)
                .sorted(Comparator.comparing(line -> line.substring(2)))
                .toList();
    }

    /** Each line with the name of its type, so that it says alone where it belongs. */
    private Set<String> qualifiedLines() {
        Set<String> lines = new LinkedHashSet<>();
        String type = "";
        for (String line : text.lines().toList()) {
            Matcher header = TYPE_NAME.matcher(line);
            if (!line.startsWith(" ") && header.find()) {
                type = header.group(1);
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(line.startsWith(" ") ? type + ": " + line.strip() : line);
            }
        }
        return lines;
    }
}
