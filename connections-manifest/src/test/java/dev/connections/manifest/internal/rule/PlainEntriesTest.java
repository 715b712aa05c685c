package dev.connections.manifest.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Placed;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Duplicates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed over without a look by the rules is nothing that a rule would speak of. */
class PlainEntriesTest {
    private static final List<String> PRODUCTS =
            List.of("DESK", "PROJECTS", "WRITER", "MAIL", "FINANCE", "CRM", "NEWONE");
    private static final List<String> MEMBERS = List.of(
            "\"connectionLinkName\":\"box\"",
            "\"connectionLinkName\":\"connection_1000\"",
            "\"connectionLinkName\":\"ghp_0123456789abcdefghij0123456789\"",
            "\"connectionLinkName\":\"Box\"",
            "\"connectionLinkName\":\"" + "a".repeat(51) + "\"",
            "\"connectionLinkName\":\"\"",
            "\"connectionLinkName\":\"\\u0062ox\"",
            "\"connectionName\":\"Box 1000\"",
            "\"connectionName\":\"Bearer abcdefghijk1\"",
            "\"connectionName\":\"Token 4\"",
            "\"connectionName\":\"B\u00f6x\"",
            "\"connectionName\":\" \"",
            "\"connectionName\":\"<Connection Name>\"",
            "\"connectionName\":true",
            "\"serviceName\":\"dropbox\"",
            "\"serviceName\":\"zlabs_integration\"",
            "\"serviceName\":\"zoho_crm\"",
            "\"serviceName\":\"sk_live_0123456789ab\"",
            "\"serviceName\":[]",
            "\"userAccess\":true",
            "\"userAccess\":\"true\"",
            "\"userAccess\":null",
            "\"isUserDefinedService\":false",
            "\"isUserDefinedService\":true",
            "\"isUserDefinedService\":0",
            "\"sharedBy\":\"42\"",
            "\"sharedBy\":42",
            "\"sharedBy\":\"\"",
            "\"scope\":[\"a.READ\",\"b:all\"]",
            "\"scope\":[\"a\",\"a\"]",
            "\"scope\":[\"Desk.tickets.READ\",\"ZohoCRM.users.READ\"]",
            "\"scope\":[]",
            "\"scope\":[[]]",
            "\"scope\":[7]",
            "\"scope\":{}",
            "\"scope\":\"a\"",
            "\"scope\":[\"https://x.example/scope\"]",
            "\"scopes\":[\"a\"]",
            "\"type\":\"connectors\"",
            "\"note\":1",
            "\"connectionLinkNam\":1");

    private static String manifest(Random random) {
        List<String> entries = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<String> members = new ArrayList<>();
            for (String key : List.of("connectionL", "connectionN", "serviceN", "userA", "isUser", "shared", "scope")) {
                if (random.nextInt(12) > 0) {
                    members.add(member(key, random));
                }
            }
            if (random.nextInt(8) == 0) {
                members.add(MEMBERS.get(random.nextInt(MEMBERS.size())));
            }
            entries.add("{" + String.join(",", members) + "}");
        }
        String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        String section = random.nextInt(5) == 0 ? "usedConnections" : "connectors";
        return "{\"service\":\"" + product + "\",\"" + section + "\":[" + String.join(",", entries) + "]}";
    }

    /** Mostly the first value of a key, which is an ordinary one. */
    private static String member(String key, Random random) {
        List<String> some =
                MEMBERS.stream().filter(one -> one.startsWith("\"" + key)).toList();
        return some.get(random.nextInt(3) > 0 ? 0 : random.nextInt(some.size()));
    }

    private static PlainEntries look(Manifest manifest) {
        return PlainEntries.of(
                manifest, Rulebook.of(manifest.product()).across().required());
    }

    private static Manifest read(String text) {
        return new Manifest(Document.scan(text.getBytes(StandardCharsets.UTF_8), 64));
    }

    private static List<Diagnosis> found(Manifest manifest, List<Supplier<EntryRule>> suppliers, boolean onlyPlain) {
        PlainEntries plain = look(manifest);
        Diagnoses found = new Diagnoses(true);
        List<EntryRule> rules = suppliers.stream().map(Supplier::get).toList();
        for (Placed placed : manifest.entries()) {
            if (!onlyPlain || plain.contains(placed.node())) {
                rules.forEach(rule -> rule.check(new Inspected(placed, manifest.product(), false), found));
            }
        }
        return found.inOrder();
    }

    @Property(tries = 3000)
    void passesOverNothingThatARuleSpeaksOf(@ForAll long seed) {
        Manifest manifest = read(manifest(new Random(seed)));
        Rulebook rulebook = Rulebook.of(manifest.product());

        assertThat(found(manifest, rulebook.entry(), true))
                .as(() -> new String(manifest.text(), StandardCharsets.UTF_8))
                .isEmpty();
        for (Placed placed : manifest.entries()) {
            if (look(manifest).contains(placed.node())) {
                Duplicates.each(placed.node(), duplicate -> fail("%s", duplicate));
            }
        }
    }

    @Property(tries = 3000)
    void callsDistinctOnlyWhatIs(@ForAll long seed) {
        Manifest manifest = read(manifest(new Random(seed)));

        if (look(manifest).distinct()) {
            assertThat(found(manifest, List.of(DistinctEntries::linkNames), false))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"connectionLinkName\":\"a\",\"connectionName\":\"A\",\"serviceName\":\"b\"",
                "\"connectionLinkName\":\"connection_1000\",\"connectionName\":\"Connection 1000\",\"serviceName\":\"github\","
                        + "\"userAccess\":true,\"isUserDefinedService\":false,\"sharedBy\":\"4241905\",\"scope\":[\"repo\"]",
                "\"scope\":[\"ZohoCRM.users.READ\",\"Desk.tickets.ALL\"],\"serviceName\":\"zlabs_integration\","
                        + "\"connectionName\":\"Zoho\",\"connectionLinkName\":\"zoho\"",
                "\"connectionLinkName\":\"a\",\"connectionName\":\"A\",\"serviceName\":\"own\",\"isUserDefinedService\":true,"
                        + "\"scope\":[\"Desk.tickets.ALL\"]"
            })
    void knowsOrdinaryEntries(String members) {
        assertThat(look(read("{\"service\":\"CRM\",\"connectors\":[{" + members + "}]}"))
                        .distinct())
                .isTrue();
    }

    @Test
    void noticesTheSameLinkNameAmongThousands() {
        StringBuilder text = new StringBuilder("{\"service\":\"CRM\",\"connectors\":[");
        for (int i = 0; i < 5000; i++) {
            text.append("{\"connectionLinkName\":\"c")
                    .append(i)
                    .append("\",\"connectionName\":\"C\",\"serviceName\":\"s\"},");
        }
        String last = "{\"connectionLinkName\":\"c%d\",\"connectionName\":\"C\",\"serviceName\":\"s\"}]}";

        assertThat(look(read(text + last.formatted(5000))).distinct()).isTrue();
        assertThat(look(read(text + last.formatted(2500))).distinct()).isFalse();
        assertThat(look(read(text + last.formatted(2500))).all()).isTrue();
    }
}
