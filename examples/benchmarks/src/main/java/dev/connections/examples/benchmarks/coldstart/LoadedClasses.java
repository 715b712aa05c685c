package dev.connections.examples.benchmarks.coldstart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a program loaded that it did not need: the libraries that the SDK brings must cost nothing until they are used. */
public final class LoadedClasses {
    private static final List<String> UNUSED = List.of("com.nimbusds.", "dev.connections.catalog.");

    private LoadedClasses() {}

    /** Says it in lines of Markdown. */
    public static String report(ColdStart start) {
        return Stream.of(Program.values())
                .map(program -> line(program, start.loadedClasses(program)))
                .collect(Collectors.joining("", "\nClasses loaded until the end of the program:\n\n", ""));
    }

    private static String line(Program program, List<String> loaded) {
        String unused = program == Program.CONNECTIONS
                ? UNUSED.stream()
                        .map(each -> ", %s* %d".formatted(each, count(each, loaded)))
                        .collect(Collectors.joining())
                : "";
        return "- %s: %d%s%n".formatted(program.label(), loaded.size(), unused);
    }

    /** Those of a package and of the packages in it. */
    public static long count(String prefix, List<String> loaded) {
        return loaded.stream().filter(name -> name.startsWith(prefix)).count();
    }
}
