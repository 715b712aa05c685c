package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An explanation by its parts.
 *
 * @param parts what stands under each title, without indentation
 */
public record Explained(Map<String, String> parts) {
    /** Takes an explanation apart. */
    public static Explained of(String text) {
        var parts = new LinkedHashMap<String, List<String>>();
        List<String> current = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isEmpty() && !line.startsWith(" ")) {
                current = new ArrayList<>();
                parts.put(line, current);
            } else {
                current.add(line.isEmpty() ? "" : line.substring(2));
            }
        }
        return new Explained(parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> String.join("\n", each.getValue()).strip(),
                        (a, b) -> a)));
    }

    /** Returns what stands under a title, which must be there. */
    public String part(String title) {
        assertThat(parts).containsKey(title);
        return parts.get(title);
    }
}
