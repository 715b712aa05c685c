package dev.connections.internal.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a document in which <code>{name}</code> stands for a value. Expanded once: no value holds a brace.
 *
 * @param text the text
 */
record Address(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+://([^/?#]*)(.*)");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
    private static final Pattern DOMAIN = Pattern.compile("(?:\\.[a-z0-9-]+){2,}(?::[0-9]{1,5})?");

    /** The names of the places. */
    List<String> places() {
        return places(text);
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** The names of the places in the host; none if this is no address. */
    List<String> hostPlaces() {
        return host().map(Address::places).orElse(List.of());
    }

    private Optional<String> host() {
        Matcher address = ADDRESS.matcher(text);
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }

    /** Whether an input may stand in this host: no value of it can be another domain than the definition means. */
    boolean keepsDomain(OpenInput input) {
        if (!text.startsWith("https://")) {
            return false;
        }
        String host = host().orElse("");
        if (!input.rule().options().isEmpty()) {
            return true; // whoever defined the service wrote every one of them
        }
        return input.rule().isWholeHost()
                ? withoutPort(host).equals(input.written())
                : DOMAIN.matcher(suffix(host)).matches();
    }

    /** A value that an input lists and that cannot stand in this host, whatever the others are. */
    Optional<String> unusable(OpenInput input) {
        return input.rule().options().stream()
                .filter(option -> !isAtHome(
                        PLACE.matcher(text).replaceAll(found -> found.group(1).equals(input.name()) ? option : "x")))
                .findFirst();
    }

    private static String withoutPort(String host) {
        return PORT.matcher(host).replaceFirst("");
    }

    private static String suffix(String host) {
        return host.substring(host.lastIndexOf('}') + 1);
    }

    /** Returns the text with values; places that have none stay. Refuses an address that leaves its domain. */
    String expand(Map<String, String> values) {
        String expanded = PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
        if (hostPlaces().stream().anyMatch(values::containsKey) && !isAtHome(expanded)) {
            throw Refused.rule("makes " + Refused.quoted(expanded) + " of " + Refused.quoted(text)
                    + ", which leaves its domain; correct the value");
        }
        return expanded;
    }

    /** The last look before a secret goes there; what passed the rules should never fail it. */
    private boolean isAtHome(String expanded) {
        String host = new Address(expanded).host().orElse("");
        return HostNames.isHost(withoutPort(host)) && host.endsWith(suffix(host().orElse("")));
    }
}
