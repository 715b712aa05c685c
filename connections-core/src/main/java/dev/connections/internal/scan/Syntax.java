package dev.connections.internal.scan;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How a kind of file tells comments, strings and code apart. */
enum Syntax {
    /** JavaScript: as {@link #SLASHES}, with templates and regular expressions. */
    SCRIPT,
    /** Comments by {@code //} and {@code /* *}{@code /}: Deluge, Java and whatever is not known better. */
    SLASHES,
    /** Comments by {@code #}. */
    HASH,
    /** HTML: scripts and attributes hold {@link #SCRIPT}, the rest is prose. */
    MARKUP;

    private static final Map<Syntax, Set<String>> NAMES = Map.of(
            SCRIPT, Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx"),
            MARKUP, Set.of("html", "htm", "xhtml", "xml", "vue", "svelte"),
            HASH, Set.of("py", "rb", "sh", "yml", "yaml", "toml", "properties", "pl", "r"));

    /** The syntax of a file, by the end of its name. */
    static Syntax of(String file) {
        String end = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(end))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(SLASHES);
    }

    /** Has a reader tell the parts of a text. */
    void read(String text, SourceParts parts) {
        if (this == MARKUP) {
            new MarkupReader(text, parts).read();
        } else {
            new CodeReader(text, this, parts).read(0, text.length());
        }
    }
}
