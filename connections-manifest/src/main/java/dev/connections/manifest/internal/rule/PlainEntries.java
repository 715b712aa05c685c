package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/**
 * Tells entries that no rule of any product has a word to say about, by one look at their bytes: most entries of most
 * manifests. Only entries of the link-name shape with ordinary values; whatever is unusual is left to the rules. That both
 * come to the same is what {@code PlainEntriesTest} is for. Confined to one thread.
 */
final class PlainEntries {
    /** More scopes than these are not compared with each other here. */
    private static final int MOST_SCOPES = 16;

    private static final byte[] ZOHO_OAUTH = bytes("zlabs_integration");

    private final Document document;
    private final byte[] text;
    private final KeyWords keys;
    private final PlainText plain;
    private final NameSet linkNames;
    private final BitSet slots = new BitSet();
    private final int[] scopes = new int[2 * MOST_SCOPES];
    private final boolean zohoApart;
    private int required;
    private boolean all = true;
    private boolean distinct = true;
    /** Of the entry that is looked at. */
    private boolean zohoScope;

    private boolean anyScope;

    private PlainEntries(Manifest manifest) {
        this.document = manifest.document();
        this.text = document.text();
        this.keys = new KeyWords(text);
        this.plain = new PlainText(text);
        this.linkNames = new NameSet(text);
        this.zohoApart = manifest.dialect().zohoApart();
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Looks at the entries of a manifest, each of which must have these keys. */
    static PlainEntries of(Manifest manifest, Set<Key> required) {
        PlainEntries entries = new PlainEntries(manifest);
        for (Section section : Section.values()) {
            entries.required = bits(required, section);
            manifest.value(section).ifPresent(value -> entries.look(section, value));
        }
        return entries;
    }

    /** What an entry lacks is said nothing of where public manifests hold short ones. */
    private static int bits(Set<Key> keys, Section section) {
        int bits = 0;
        for (Key key : keys) {
            boolean always = key == Key.LINK_NAME || key == Key.SHARED_BY;
            bits |= always || section != Section.USED_CONNECTIONS ? KeyWords.bit(key) : 0;
        }
        return bits;
    }

    /** Tells whether every entry is plain. */
    boolean all() {
        return all;
    }

    /** Tells whether every entry is plain and no two have the same link name. */
    boolean distinct() {
        return all && distinct;
    }

    /** Tells whether this entry is plain. */
    boolean contains(Node entry) {
        return slots.get(entry.slot());
    }

    /** Where the plain entries are in their document. */
    BitSet slots() {
        return slots;
    }

    private void look(Section section, Node value) {
        boolean list = section.kind() == Kind.ARRAY && value.is(Kind.ARRAY);
        if (!list || !document.json()) {
            all &= value.empty() && value.is(section.kind());
            return;
        }
        int end = document.next(value.slot());
        for (int slot = document.inner(value.slot()); slot < end; slot = document.next(slot)) {
            boolean fine = document.object(slot) && plain(slot);
            slots.set(slot, fine);
            all &= fine;
        }
    }

    private boolean plain(int entry) {
        int seen = 0;
        zohoScope = false;
        anyScope = false;
        int end = document.next(entry);
        int name = document.inner(entry);
        while (name < end) {
            int key = keys.at(document.start(name) + 1);
            if (key == KeyWords.UNKNOWN || (seen & 1 << key) != 0 || !plainValue(key, name + 1)) {
                return false;
            }
            seen |= 1 << key;
            name = key == KeyWords.SCOPE ? document.next(name + 1) : name + 2;
        }
        return (seen & required) == required && (anyScope || !zohoScope);
    }

    private boolean plainValue(int key, int slot) {
        int start = document.start(slot);
        if (text[start] != '"') {
            return key == KeyWords.SCOPE ? plainScopes(slot) : plainFlag(key, text[start]);
        }
        return switch (key) {
            case KeyWords.LINK_NAME -> plainLinkName(start);
            case KeyWords.NAME -> plain.displayName(start) != PlainText.NOT_PLAIN;
            case KeyWords.SERVICE -> plainService(start);
            case KeyWords.SHARED_BY -> plain.digits(start) != PlainText.NOT_PLAIN;
            default -> false;
        };
    }

    private boolean plainFlag(int key, byte first) {
        boolean yes = first == 't';
        anyScope |= yes && key == KeyWords.USER_DEFINED;
        return (key == KeyWords.USER_ACCESS || key == KeyWords.USER_DEFINED) && (yes || first == 'f');
    }

    private boolean plainLinkName(int quote) {
        int end = plain.linkName(quote);
        if (end == PlainText.NOT_PLAIN) {
            return false;
        }
        distinct &= linkNames.add(quote + 1, end);
        return true;
    }

    private boolean plainService(int quote) {
        int end = plain.linkName(quote);
        boolean zoho =
                end != PlainText.NOT_PLAIN && Arrays.equals(text, quote + 1, end, ZOHO_OAUTH, 0, ZOHO_OAUTH.length);
        anyScope |= zoho;
        return end != PlainText.NOT_PLAIN && !(zoho && zohoApart);
    }

    private boolean plainScopes(int slot) {
        if (document.object(slot) || !document.container(slot)) {
            return false;
        }
        int first = document.inner(slot);
        int end = document.next(slot);
        for (int scope = first; scope < end; scope++) { // strings take one slot each; anything else ends it
            if (scope - first == MOST_SCOPES || !plainScope(document.start(scope), scope - first)) {
                return false;
            }
        }
        return first < end;
    }

    private boolean plainScope(int quote, int number) {
        int end = text[quote] == '"' ? plain.scope(quote) : PlainText.NOT_PLAIN;
        if (end == PlainText.NOT_PLAIN) {
            return false;
        }
        zohoScope |= (text[quote + 1] | 0x20) == 'z' || (text[quote + 1] | 0x20) == 'd';
        for (int i = 0; i < number; i++) {
            boolean asLong = scopes[2 * i + 1] - scopes[2 * i] == end - quote - 1;
            if (asLong && Arrays.equals(text, scopes[2 * i], scopes[2 * i + 1], text, quote + 1, end)) {
                return false;
            }
        }
        scopes[2 * number] = quote + 1;
        scopes[2 * number + 1] = end;
        return true;
    }
}
