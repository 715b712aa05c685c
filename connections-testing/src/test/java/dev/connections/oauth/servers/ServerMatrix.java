package dev.connections.oauth.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The table of {@code docs/servers.md}: which feature is proven on which real server. */
record ServerMatrix(Map<String, Map<String, String>> cells) {
    /** What a cell says whose feature is proven; every other one begins with {@link #NO} and says why. */
    static final String YES = "yes";

    static final String NO = "no: ";

    private static final int FEATURE = 0;
    private static final int FIRST_SERVER = 2;

    static ServerMatrix read() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("../docs/servers.md")).stream()
                .filter(line -> line.startsWith("| "))
                .map(ServerMatrix::cells)
                .toList();
        List<String> heading = rows.get(0);
        Map<String, Map<String, String>> servers = new LinkedHashMap<>();
        for (int column = FIRST_SERVER; column < heading.size(); column++) {
            servers.put(heading.get(column), column(rows.subList(1, rows.size()), column));
        }
        return new ServerMatrix(servers);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static Map<String, String> column(List<List<String>> rows, int column) {
        Map<String, String> cells = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.get(FEATURE).startsWith("---"))
                .forEach(row -> cells.put(row.get(FEATURE), row.get(column)));
        return cells;
    }

    Set<String> servers() {
        return cells.keySet();
    }

    Map<String, String> of(String server) {
        return cells.get(server);
    }

    /** Returns the features that a server's column says yes to. */
    Set<String> promised(String server) {
        return of(server).entrySet().stream()
                .filter(cell -> cell.getValue().equals(YES))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the features that the tests of a server prove. */
    static Set<String> proven(String server) {
        return classes()
                .filter(type -> type.getAnnotation(RealServer.class).value().equals(server))
                .flatMap(ServerMatrix::proofs)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the classes that stand for a column. */
    static Stream<Class<?>> classes() {
        return ReflectionSupport.findAllClassesInPackage(
                ServerMatrix.class.getPackageName(),
                type -> !type.isMemberClass() && type.isAnnotationPresent(RealServer.class),
                name -> true)
                .stream();
    }

    private static Stream<String> proofs(Class<?> type) {
        return AnnotationSupport.findAnnotatedMethods(type, Proves.class, HierarchyTraversalMode.TOP_DOWN).stream()
                .flatMap(method ->
                        Arrays.stream(method.getAnnotation(Proves.class).value()));
    }
}
