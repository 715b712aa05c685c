package dev.connections.catalog.internal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places such as <code>{subdomain}</code>. Expanded once: braces in a value are not looked at, and no value
 * may hold any.
 */
record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern ADDRESS = Pattern.compile("https://([^/?#]*)(.*)");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
    private static final Pattern DOMAIN = Pattern.compile("(?:\\.[a-z0-9-]+){2,}(?::[0-9]{1,5})?");

    /** Returns the names of the places, in their order. */
    Set<String> places() {
        return places(text);
    }

    /** Returns the names of the places in the host, if this is an address. */
    Set<String> hostPlaces() {
        return host().map(Template::places).orElse(Set.of());
    }

    /** Tells whether the text is an address. */
    boolean isAddress() {
        return host().isPresent();
    }

    /** Tells whether the text is an address whose host is this place alone, whatever the port. */
    boolean isHostAlone(String place) {
        return host().filter(host -> withoutPort(host).equals("{" + place + "}"))
                .isPresent();
    }

    /** Tells whether what follows the last place in the host is a domain of its own. */
    boolean endsInDomain() {
        return DOMAIN.matcher(suffix()).matches();
    }

    /** Returns the text with a value in each place that has one; the others stay. */
    String expand(Map<String, String> values) {
        String expanded = replace(text, place -> Optional.ofNullable(values.get(place)));
        if (isFilled(values) && !keepsItsHost(expanded, values)) {
            throw Refusal.of(
                    "input_malformed",
                    "the address " + Refusal.quoted(text) + " becomes " + Refusal.quoted(expanded)
                            + ", which leaves its domain; correct the values of " + hostPlaces());
        }
        return expanded;
    }

    /** Tells whether the host is complete; one with an open place is looked at when somebody connects. */
    private boolean isFilled(Map<String, String> values) {
        return !hostPlaces().isEmpty() && values.keySet().containsAll(hostPlaces());
    }

    /** The last check before a secret goes there; nothing that passed the inputs' rules should fail it. */
    private boolean keepsItsHost(String expanded, Map<String, String> values) {
        String host = new Template(expanded).host().orElse("");
        for (String place : hostPlaces()) {
            if (isHostAlone(place)) {
                return Hosts.isHost(withoutPort(host)) && withoutPort(host).equals(values.get(place));
            }
        }
        return Hosts.isHost(withoutPort(host)) && host.endsWith(suffix());
    }

    private static String withoutPort(String host) {
        return PORT.matcher(host).replaceFirst("");
    }

    private String suffix() {
        String host = host().orElse("");
        return host.substring(host.lastIndexOf('}') + 1);
    }

    private Optional<String> host() {
        Matcher address = ADDRESS.matcher(text);
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }

    private static Set<String> places(String text) {
        var places = new LinkedHashSet<String>();
        PLACE.matcher(text).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    private static String replace(String text, Function<String, Optional<String>> values) {
        return PLACE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(values.apply(found.group(1)).orElse(found.group())));
    }
}
