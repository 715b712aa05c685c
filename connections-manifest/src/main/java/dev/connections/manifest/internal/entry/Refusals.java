package dev.connections.manifest.internal.entry;

import dev.connections.manifest.ManifestException;
import dev.connections.manifest.internal.json.Duplicates;
import dev.connections.manifest.internal.text.Quote;
import java.util.List;
import java.util.stream.Collectors;

/** Why an entry does not go in. */
final class Refusals {
    private Refusals() {}

    static ManifestException duplicate(Entry entry, List<Placed> same) {
        String where = same.stream().map(Placed::pointer).collect(Collectors.joining(" and "));
        return new ManifestException(
                "link_name_duplicate",
                where + " both have the link name " + Quote.of(entry.linkName())
                        + ", so which of them to change is not for a program to say; remove one of them first",
                null);
    }

    /** Throws if an entry has a key twice: a change of one of them may not be the one that is read. */
    static void refuseRepeatedKey(Placed placed) {
        Duplicates.each(placed.node(), duplicate -> {
            throw new ManifestException(
                    "duplicate_key",
                    "the key " + Quote.of(duplicate.again().name().text()) + " stands twice in " + placed.pointer()
                            + ", and readers keep only one of the two; remove one, then change the entry",
                    null);
        });
    }

    static ManifestException taken(Entry entry, Placed other) {
        return new ManifestException(
                "zoho_authorisation_taken",
                "zohoAuthorisation holds the connection " + linkName(other)
                        + ", and DESK has room for one connection to Zoho's own services, so "
                        + Quote.of(entry.linkName())
                        + " cannot go in beside it; call replaceZohoAuthorisation(…) to put it"
                        + " in its place, or give one connection both sets of scopes",
                null);
    }

    static ManifestException repeated(Entry entry, Placed other) {
        return new ManifestException(
                "service_repeated",
                other.pointer() + " (" + linkName(other) + ") connects to the service "
                        + Quote.of(entry.service().value())
                        + " already, and DESK allows one connector for each service, so "
                        + Quote.of(entry.linkName())
                        + " cannot go in beside it; use the other's link name, or remove it"
                        + " first",
                null);
    }

    static ManifestException unfit(Entry entry, String product) {
        return new ManifestException(
                "zoho_authorisation_unfit",
                "the connection " + Quote.of(entry.linkName()) + " to "
                        + Quote.of(entry.service().value())
                        + " does not belong into the zohoAuthorisation of "
                        + Quote.of(product)
                        + ", which is for DESK's one connection to Zoho's own services; call upsert(…)",
                null);
    }

    private static String linkName(Placed placed) {
        return Quote.of(placed.fields().text(placed.shape().identity()));
    }
}
