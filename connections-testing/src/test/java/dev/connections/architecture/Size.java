package dev.connections.architecture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The size rules of the house style; each names the offenders, none when the rule holds. */
final class Size {
    static final int LONGEST_FILE = 400;
    static final int LONGEST_METHOD = 40;
    static final int MOST_PARAMETERS = 4;
    private static final int MEDIAN_FILE = 120;
    private static final int MEDIAN_METHOD = 5;
    private static final int LONG_METHOD = 13;
    private static final int REPORTED = 30;

    private Size() {}

    static List<String> longFiles(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.lines().size() > LONGEST_FILE)
                .map(file -> file.name() + ": " + file.lines().size() + " lines")
                .toList();
    }

    static List<String> longMethods(List<SourceFile> files) {
        return methods(files)
                .filter(method -> method.lines() > LONGEST_METHOD)
                .map(SourceMethod::toString)
                .toList();
    }

    static List<String> manyParameters(List<SourceFile> files) {
        return methods(files)
                .filter(method -> method.parameters() > MOST_PARAMETERS)
                .map(SourceMethod::toString)
                .toList();
    }

    /** Half of the files have at most {@value #MEDIAN_FILE} lines. */
    static List<String> fileMedian(List<SourceFile> files) {
        List<SourceFile> longest = files.stream()
                .filter(SourceFile::holdsTypes)
                .sorted(Comparator.comparingInt(
                                (SourceFile file) -> file.lines().size())
                        .reversed())
                .toList();
        long small = longest.stream()
                .filter(file -> file.lines().size() <= MEDIAN_FILE)
                .count();
        return small * 2 >= longest.size()
                ? List.of()
                : longest.stream()
                        .limit(REPORTED)
                        .map(file -> file.name() + ": " + file.lines().size() + " lines")
                        .toList();
    }

    /** Half of the methods have at most {@value #MEDIAN_METHOD} lines. */
    static List<String> methodMedian(List<SourceFile> files) {
        return share(files, MEDIAN_METHOD, 0.5);
    }

    /** Nine in ten methods have at most {@value #LONG_METHOD} lines. */
    static List<String> methodNinth(List<SourceFile> files) {
        return share(files, LONG_METHOD, 0.9);
    }

    private static List<String> share(List<SourceFile> files, int lines, double wanted) {
        List<SourceMethod> longest = methods(files)
                .filter(SourceMethod::hasBody)
                .sorted(Comparator.comparingInt(SourceMethod::lines).reversed())
                .toList();
        long small = longest.stream().filter(method -> method.lines() <= lines).count();
        return small >= wanted * longest.size()
                ? List.of()
                : Stream.concat(
                                Stream.of(small + " of " + longest.size() + " methods have at most " + lines
                                        + " lines; the longest are"),
                                longest.stream().limit(REPORTED).map(SourceMethod::toString))
                        .toList();
    }

    private static Stream<SourceMethod> methods(List<SourceFile> files) {
        return files.stream().flatMap(file -> file.methods().stream());
    }
}
