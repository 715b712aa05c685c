package dev.connections.manifest;

import dev.connections.manifest.internal.json.JsonTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Manifests of any product and layout, each laid out as a person or a template would. */
final class ManifestTexts {
    static final List<String> PRODUCTS = List.of(
            "DESK", "WRITER", "PROJECTS", "FINANCE", "INVENTORY", "Expense", "BILLING", "CRM", "SPRINTS", "NEWONE");

    private ManifestTexts() {}

    static Arbitrary<String> manifests() {
        return Combinators.combine(
                        Arbitraries.of(PRODUCTS),
                        JsonTexts.values().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.randomValue(random -> random))
                .as((product, others, random) -> new Writer(new Random(random.nextLong())).manifest(product, others));
    }

    /** Lays out one manifest; every choice comes from one source. */
    private static final class Writer {
        private final Random random;
        private final String lineBreak;
        private final String unit;
        private final String colon;

        Writer(Random random) {
            this.random = random;
            this.lineBreak = pick("\n", "\n", "\r\n", "");
            this.unit = lineBreak.isEmpty() ? "" : pick("  ", "    ", "\t", "");
            this.colon = pick(": ", ":", " : ");
        }

        private String pick(String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        String manifest(String product, List<String> others) {
            List<String> members = new ArrayList<>();
            members.add(member("service", "\"" + product + "\""));
            for (int i = 0; i < others.size(); i++) {
                members.add(member("other" + i, others.get(i)));
            }
            boolean finance =
                    List.of("FINANCE", "INVENTORY", "Expense", "BILLING").contains(product);
            if (random.nextInt(4) > 0) {
                members.add(member(finance ? "usedConnections" : "connectors", entries(product)));
            }
            if (product.equals("DESK") && random.nextBoolean()) {
                members.add(member("zohoAuthorisation", pick("{}", "{ }", "null")));
            }
            if (random.nextBoolean()) {
                members.add(member("modules", "{}"));
            }
            Collections.shuffle(members, random);
            String mark = pick("", "", "", "\uFEFF");
            return mark + pick("", "\n") + block("{", members, "}", 0) + pick("", lineBreak, " ");
        }

        private String entries(String product) {
            List<String> entries = new ArrayList<>();
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                entries.add(entry(product, i));
            }
            return random.nextInt(6) == 0 ? inline("[", entries, "]") : block("[", entries, "]", 1);
        }

        private String entry(String product, int number) {
            List<String> members = new ArrayList<>();
            boolean writer = product.equals("WRITER");
            members.add(member(writer ? "name" : "connectionLinkName", "\"entry_" + number + "\""));
            members.add(member(writer ? "type" : "connectionName", "\"Entry " + number + "\""));
            optional(members, "serviceName", "\"service_" + number + "\"", !writer);
            optional(members, "userAccess", pick("true", "false", "\"true\""), true);
            optional(members, "isUserDefinedService", pick("true", "false"), !writer);
            optional(members, "sharedBy", pick("\"42\"", "42"), !writer);
            String scopes = block("[", List.of("\"a.READ\"", "\"b:all\""), "]", 3);
            optional(
                    members,
                    writer ? "scopes" : "scope",
                    pick("[\"a.READ\"]", "[\"a.READ\", \"b:all\"]", scopes),
                    true);
            optional(members, "unknown", pick("1.50e+02", "\"\\u0041\"", "[ ]", "{\"a\":null}"), true);
            if (random.nextInt(3) == 0) {
                Collections.shuffle(members, random);
            }
            return random.nextInt(5) == 0 ? inline("{", members, "}") : block("{", members, "}", 2);
        }

        private void optional(List<String> members, String name, String value, boolean possible) {
            if (possible && random.nextInt(4) > 0) {
                members.add(member(name, value));
            }
        }

        private String member(String name, String value) {
            return "\"" + name + "\"" + colon + value;
        }

        private String inline(String open, List<String> items, String close) {
            return open + String.join(pick(", ", ","), items) + close;
        }

        private String block(String open, List<String> items, String close, int level) {
            if (items.isEmpty()) {
                return open + pick("", " ", lineBreak) + close;
            }
            String trailing = random.nextInt(6) == 0 && !lineBreak.isEmpty() ? " " : "";
            String lead = trailing + lineBreak + unit.repeat(level + 1);
            return open + lead + String.join("," + lead, items) + lineBreak + unit.repeat(level) + close;
        }
    }
}
