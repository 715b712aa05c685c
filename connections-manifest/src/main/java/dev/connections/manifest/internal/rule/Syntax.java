package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.edit.Splice;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Flaw;
import dev.connections.manifest.internal.json.FlawKind;
import dev.connections.manifest.internal.json.Range;
import dev.connections.manifest.internal.text.Quote;
import dev.connections.manifest.internal.text.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Says of each flaw of a text what it is, and how to mend it where one answer is safe. */
public final class Syntax {
    /** Straight, single, and typographic. */
    private static final String QUOTES = "\"'\u201C\u201D\u201E";

    private static final String HIDDEN = "a value that is named as a secret (not shown)";

    private final Document document;

    private Syntax(Document document) {
        this.document = document;
    }

    /** Returns what keeps a text from being JSON, and the two kinds of text that are better written otherwise. */
    static void check(Document document, Diagnoses found) {
        Syntax syntax = new Syntax(document);
        document.flaws().forEach(flaw -> found.addWithFix(syntax.diagnosis(flaw)));
        if (document.unlistedFlaws() > 0) {
            found.addUnlisted(document.unlistedFlaws(), Severity.ERROR);
        }
    }

    private Diagnosis diagnosis(Flaw flaw) {
        boolean mark = flaw.kind() == FlawKind.BYTE_ORDER_MARK;
        return new Diagnosis(
                flaw.kind().code(),
                mark ? Severity.WARNING : Severity.ERROR,
                new Place(flaw.pointer(), flaw.first()),
                flaw.kind().problem().replace("{}", shown(flaw)),
                flaw.kind().advice(),
                () -> repair(flaw));
    }

    private String shown(Flaw flaw) {
        return switch (flaw.kind()) {
            case FOREIGN_BLANK -> blanks(flaw);
            case CONTROL_CHARACTER -> codePoint(text(flaw.first()).codePointAt(0));
            case BRACES_MISSING -> Quote.of(unquoted(text(flaw.first())));
            default -> hidden(flaw.pointer()) ? HIDDEN : Quote.of(text(flaw.first()));
        };
    }

    /** What stands where a secret belongs is one, however it is written. */
    private static boolean hidden(String pointer) {
        return Secrets.name(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    private String blanks(Flaw flaw) {
        int first = text(flaw.first()).codePointAt(0);
        long count = flaw.ranges().stream()
                .map(this::text)
                .mapToLong(text -> text.codePointCount(0, text.length()))
                .sum();
        String others = count == 1 ? "" : " (" + count + " such characters in the file)";
        return codePoint(first) + others;
    }

    private static String codePoint(int codePoint) {
        String name = Character.getName(codePoint);
        return String.format("U+%04X", codePoint) + (name == null ? "" : " " + name.toLowerCase(Locale.ROOT));
    }

    private List<Splice> repair(Flaw flaw) {
        return switch (flaw.kind().repair()) {
            case NONE -> List.of();
            case REMOVE -> flaw.ranges().stream().map(this::remove).toList();
            case COMMA -> List.of(Splice.insert(flaw.first().start(), ","));
            case QUOTES -> quote(flaw.first());
        };
    }

    /** Where bytes on both sides would run together into one token, a blank keeps them apart. */
    private Splice remove(Range range) {
        byte[] text = document.text();
        boolean joins = range.start() > 0
                && range.end() < text.length
                && word(text[range.start() - 1])
                && word(text[range.end()]);
        return new Splice(range, joins ? " " : "");
    }

    private static boolean word(byte b) {
        return b < 0 || Character.isLetterOrDigit(b) || b == '-' || b == '+' || b == '.';
    }

    private List<Splice> quote(Range range) {
        String written = text(range);
        String inner = unquoted(written);
        boolean safe = inner.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
        return safe ? List.of(new Splice(range, "\"" + inner + "\"")) : List.of();
    }

    private static String unquoted(String written) {
        boolean quoted = written.length() > 1 && QUOTES.indexOf(written.charAt(0)) >= 0;
        return quoted ? written.substring(1, written.length() - 1) : written;
    }

    private String text(Range range) {
        return new String(document.text(), range.start(), range.length(), StandardCharsets.UTF_8);
    }
}
