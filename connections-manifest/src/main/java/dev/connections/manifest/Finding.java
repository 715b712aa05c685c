package dev.connections.manifest;

import dev.connections.manifest.internal.json.Position;
import dev.connections.manifest.internal.rule.Diagnosis;
import dev.connections.manifest.internal.text.Quote;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing that is wrong with a manifest or a connector: what, where, what to write instead, and the change that does it
 * where one answer is safe.
 *
 * <p>Immutable and thread-safe. Texts are short and clean, and no secret stands in them, so a finding can be logged.
 */
public final class Finding {
    private final Diagnosis diagnosis;
    private final Position start;
    private final Position end;
    private final Supplier<Optional<PluginManifest>> fix;

    /** How bad a finding is, the worst first. */
    public enum Severity {
        /** The product or its tools refuse the manifest, or it says something else than it seems to. */
        ERROR,
        /** It works, but is better written otherwise. */
        WARNING,
        /** Nothing may be wrong; a person should look. */
        HINT
    }

    Finding(Diagnosis diagnosis, Position start, Position end, Supplier<Optional<PluginManifest>> fix) {
        this.diagnosis = diagnosis;
        this.start = start;
        this.end = end;
        this.fix = fix;
    }

    /**
     * Returns the stable name of what is wrong.
     *
     * @return {@code lower_snake_case}, for example {@code link_name_shape}
     */
    public String code() {
        return diagnosis.code();
    }

    /**
     * Returns how bad it is.
     *
     * @return the severity
     */
    public Severity severity() {
        return diagnosis.severity();
    }

    /**
     * Returns where it is in the structure.
     *
     * @return a JSON pointer, empty for the whole text; a name of more than 200 characters in it is cut
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
     */
    public String pointer() {
        return diagnosis.place().pointer();
    }

    /**
     * Returns the line where it starts.
     *
     * @return from 1; a line ends with LF, CR LF or CR
     */
    public int line() {
        return start.line();
    }

    /**
     * Returns the column where it starts.
     *
     * @return from 1, in UTF-16 code units as editors count; a byte order mark is not counted
     */
    public int column() {
        return start.column();
    }

    /**
     * Returns the line of {@link #endColumn()}.
     *
     * @return from 1
     */
    public int endLine() {
        return end.line();
    }

    /**
     * Returns the column behind the last character.
     *
     * @return from 1, in UTF-16 code units
     */
    public int endColumn() {
        return end.column();
    }

    /**
     * Returns what is wrong, with the value quoted.
     *
     * @return half a sentence
     */
    public String problem() {
        return diagnosis.problem();
    }

    /**
     * Returns what to write instead.
     *
     * @return half a sentence
     */
    public String advice() {
        return diagnosis.advice();
    }

    /**
     * Returns the manifest with this one thing mended; every other byte is as it was.
     *
     * @return the mended manifest; empty where more than one answer is possible, and for a finding about a
     *     {@link Connector}
     */
    public Optional<PluginManifest> fix() {
        return fix.get();
    }

    /**
     * Returns everything but the fix on one line, for example {@code 14:27 error link_name_shape at
     * /connectors/0/connectionLinkName: "crm primary" contains a space; start with …}.
     *
     * @return the line, without line break
     */
    @Override
    public String toString() {
        String at = pointer().isEmpty() ? "" : " at " + Quote.clean(pointer());
        return line() + ":" + column() + " " + severity().name().toLowerCase(Locale.ROOT) + " " + code() + at + ": "
                + problem() + "; " + advice();
    }
}
