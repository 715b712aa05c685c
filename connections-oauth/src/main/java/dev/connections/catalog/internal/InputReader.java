package dev.connections.catalog.internal;

import dev.connections.catalog.internal.InputRule.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the inputs of a catalogue entry, strictly. */
final class InputReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,29}");
    private static final Pattern HOST = Pattern.compile("(?:\\*\\.(?=[^.]+\\.))?[a-z0-9.-]{1,253}");
    private static final Set<String> TAKEN = Set.of(
            Blueprint.DATA_CENTER,
            Blueprint.CLIENT_ID,
            Blueprint.CLIENT_SECRET,
            Blueprint.RESOURCE_SERVER,
            "token",
            "key",
            "authorization_host",
            "accounts_host",
            "api_host",
            "suffix");

    private final Source source;
    private final Set<String> names = new HashSet<>();

    InputReader(Source source) {
        this.source = source;
    }

    List<Input> read(List<Node> inputs) {
        return inputs.stream().map(this::input).toList();
    }

    private Input input(Node node) {
        var members = new Members(node, source);
        var input = new Input(
                name(members),
                members.requiredText("display_name"),
                members.text("example"),
                members.text("default"),
                members.flag("optional"),
                rule(members));
        members.requireNoOthers();
        return input;
    }

    private String name(Members members) {
        String name = members.requiredText("name");
        if (!NAME.matcher(name).matches() || TAKEN.contains(name) || !names.add(name)) {
            throw members.wrong(
                    members.required("name"), "name", "a name of its own: a-z, 0-9 and _, and none of " + TAKEN);
        }
        return name;
    }

    private InputRule rule(Members members) {
        List<String> hosts = members.texts("hosts");
        boolean whole = isOwnHost(members) || !hosts.isEmpty();
        hosts.stream().filter(host -> !HOST.matcher(host).matches()).findFirst().ifPresent(host -> {
            throw members.wrong(members.required("hosts"), "hosts", "host names; *.example.com is every one below");
        });
        return new InputRule(whole ? Position.HOST : Position.TEXT, members.texts("options"), hosts, pattern(members));
    }

    private static boolean isOwnHost(Members members) {
        Optional<String> host = members.text("host");
        if (host.isPresent() && !host.get().equals("own")) {
            throw members.wrong(members.required("host"), "host", "\"own\" or nothing");
        }
        return host.isPresent();
    }

    private static Optional<InputPattern> pattern(Members members) {
        return members.text("pattern")
                .map(text -> InputPattern.read(text)
                        .orElseThrow(() -> members.wrong(
                                members.required("pattern"),
                                "pattern",
                                "characters, classes and counts, such as [a-z0-9-]{1,63}")));
    }
}
