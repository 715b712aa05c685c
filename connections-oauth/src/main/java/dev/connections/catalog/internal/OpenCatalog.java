package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The bundled services and those of files, which may take the place of bundled ones. */
public final class OpenCatalog implements ServiceCatalog {
    /** The bundled services alone. */
    public static final ServiceCatalog BUNDLED = new OpenCatalog(Map.of());

    private final Map<String, CatalogEntry> own;

    private OpenCatalog(Map<String, CatalogEntry> own) {
        this.own = own;
    }

    @Override
    public ServiceCatalog withFile(Path json) {
        var all = new TreeMap<>(own);
        new CatalogFile(json).read(this).forEach(blueprint -> {
            all.put(blueprint.heading().linkName(), new CatalogEntry(blueprint.heading(), () -> blueprint));
        });
        return new OpenCatalog(all);
    }

    /** Tells whether there is an entry, without reading it. */
    boolean has(String linkName) {
        return entry(linkName).isPresent();
    }

    /** Returns an entry as it is written. */
    Optional<Node> written(String linkName) {
        return entry(linkName).map(found -> found.rest().get().written());
    }

    List<String> linkNames() {
        return all().stream().map(Entry::linkName).toList();
    }

    @Override
    public Optional<Entry> find(String linkName) {
        return entry(linkName).map(found -> found);
    }

    @Override
    public Entry get(String linkName) {
        return find(linkName).orElseThrow(() -> {
            List<String> near = NearNames.of(linkName, linkNames());
            return Refusal.of(
                    "unknown_service",
                    "no service is named " + Refusal.quoted(linkName) + "; "
                            + (near.isEmpty() ? "look for it with search(…)" : "perhaps one of " + near)
                            + ", or define your own with Service.custom(…)");
        });
    }

    @Override
    public List<Entry> search(String text) {
        List<String> wanted = Pattern.compile("\\s+")
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .toList();
        return all().stream()
                .filter(entry -> wanted.stream().allMatch(word -> matches(entry, word)))
                .toList();
    }

    private Optional<CatalogEntry> entry(String linkName) {
        return Optional.ofNullable(own.get(linkName)).or(() -> BundledServices.find(linkName));
    }

    private List<Entry> all() {
        var all = new ArrayList<Entry>(own.values());
        BundledServices.all().stream()
                .filter(each -> !own.containsKey(each.linkName()))
                .forEach(all::add);
        all.sort(Comparator.comparing(Entry::linkName));
        return all;
    }

    private static boolean matches(Entry entry, String wanted) {
        return entry.linkName().contains(wanted)
                || entry.name().toLowerCase(Locale.ROOT).contains(wanted)
                || entry.category().contains(wanted)
                || entry.authenticationType().contains(wanted);
    }

    @Override
    public String toString() {
        return "ServiceCatalog[" + all().size() + " services]";
    }
}
