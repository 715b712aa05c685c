package dev.connections.manifest.internal.report;

import dev.connections.manifest.internal.json.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints maps, lists, strings, numbers and booleans as JSON, two blanks a level. */
final class JsonText {
    private static final String UNIT = "  ";

    private JsonText() {}

    static String of(Object value) {
        return print(value, "\n") + "\n";
    }

    private static String print(Object value, String lineBreak) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((name, member) ->
                    members.add(Strings.encode(name.toString()) + ": " + print(member, lineBreak + UNIT)));
            return around("{", members, "}", lineBreak);
        }
        if (value instanceof List<?> list) {
            List<String> items =
                    list.stream().map(item -> print(item, lineBreak + UNIT)).toList();
            return around("[", items, "]", lineBreak);
        }
        return value instanceof String text ? Strings.encode(text) : value.toString();
    }

    private static String around(String open, List<String> items, String close, String lineBreak) {
        return items.isEmpty()
                ? open + close
                : open + lineBreak + UNIT + String.join("," + lineBreak + UNIT, items) + lineBreak + close;
    }
}
