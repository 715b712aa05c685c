package dev.connections.internal.manage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.record.DefinitionRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an edit changed, as the audit trail and listeners are told: before and after, without secrets. */
public final class Edits {
    private static final int MOST_MEMBERS = 20;

    private Edits() {}

    /** Returns {@code changed}, and what was there before and after by the name of what changed. */
    public static Map<String, String> details(DefinitionRecord before, DefinitionRecord after) {
        List<String> changed = before.changes(after);
        var details = new LinkedHashMap<String, String>();
        details.put("changed", String.join(" ", changed));
        if (changed.contains("name")) {
            details.put("name", arrow(before.name(), after.name()));
        }
        if (changed.contains("scopes")) {
            details.put("scopes", arrow(words(before.effectiveScopes()), words(after.effectiveScopes())));
        }
        if (changed.contains("service")) {
            members(before, after).forEach(details::put);
            List<String> secrets = secrets(before, after);
            if (!secrets.isEmpty()) {
                details.put("secrets", words(secrets));
            }
        }
        return details;
    }

    private static String words(List<String> texts) {
        return String.join(" ", texts);
    }

    private static String arrow(String before, String after) {
        return Texts.clean(before) + " -> " + Texts.clean(after);
    }

    private static Map<String, String> members(DefinitionRecord before, DefinitionRecord after) {
        Map<String, String> was = leaves(before.service());
        Map<String, String> is = leaves(after.service());
        var pointers = new TreeSet<>(was.keySet());
        pointers.addAll(is.keySet());
        var changed = new LinkedHashMap<String, String>();
        pointers.stream()
                .filter(pointer -> !Objects.equals(was.get(pointer), is.get(pointer)))
                .limit(MOST_MEMBERS)
                .forEach(pointer -> changed.put(
                        "service" + pointer,
                        arrow(was.getOrDefault(pointer, "(none)"), is.getOrDefault(pointer, "(none)"))));
        return changed;
    }

    private static Map<String, String> leaves(JsonNode document) {
        var leaves = new TreeMap<String, String>();
        collect("", document, leaves);
        return leaves;
    }

    private static void collect(String pointer, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), into));
        } else if (node.isArray()) {
            var items = new ArrayList<JsonNode>();
            node.forEach(items::add);
            for (int i = 0; i < items.size(); i++) {
                collect(pointer + "/" + i, items.get(i), into);
            }
        } else {
            into.put(pointer, node.asText());
        }
    }

    /** Names the client's secrets that changed. */
    private static List<String> secrets(DefinitionRecord before, DefinitionRecord after) {
        var names = new TreeSet<>(before.secrets().keySet());
        names.addAll(after.secrets().keySet());
        return names.stream()
                .filter(name -> !Objects.equals(
                        before.secrets().get(name), after.secrets().get(name)))
                .toList();
    }
}
