package dev.connections.spi;

import dev.connections.CheckReturnValue;
import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.scan.Sources;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds link names that stand literally in the text files of an application. Immutable and thread-safe.
 *
 * <p>A place is found where a call names the connection by a literal; a name that is put together, chosen by an expression or
 * kept in a variable is not, nor one that is a mere argument, as of Deluge's integration tasks, unless a form is given for it.
 * Comments are told from code. A reference's component is the file's name, its location the path
 * below the root and the line, such as {@code jobs/nightly.dg:14}.
 *
 * <p>Reads files of at most 1 MiB in UTF-8, in at most 100 000 files and folders, 100 folders deep. What cannot be read is
 * skipped and reported. Symbolic links are not followed, so that a scan ends and never leaves its root. Folders named
 * {@code node_modules}, {@code .git}, {@code target} and {@code dist} are ignored.
 */
public interface SourceReferences extends ReferenceScanner {
    /**
     * Returns a scanner for Deluge ({@code connection:"…"}, also inside {@code invokeurl}) in {@code .dg}, {@code .deluge}
     * and {@code .ds} files, and for JavaScript ({@code connectionLinkName: "…"}) in scripts, TypeScript, HTML, Vue and
     * Svelte files.
     *
     * @param application the application's stable id or name, as in {@link dev.connections.Reference}
     * @return the scanner
     * @throws ConnectionConfigurationException if the name cannot be used ({@code reference_malformed})
     * @see <a href="https://www.zoho.com/deluge/help/webhook/invokeurl-api-task.html">Deluge, invokeUrl task, read
     *     2026-11-20</a>
     */
    static SourceReferences of(String application) {
        return Sources.ready(application);
    }

    /**
     * Returns a scanner for one form of your own, and no other.
     *
     * @param application the application's stable id or name
     * @param files as in {@link #withFinder}
     * @param finder finds link names in a file
     * @return the scanner
     * @throws ConnectionConfigurationException if the name or glob cannot be used ({@code reference_malformed},
     *     {@code glob_malformed})
     */
    static SourceReferences of(String application, String files, Finder finder) {
        return Sources.bare(application).withFinder(files, finder);
    }

    /**
     * Returns a copy that also finds calls of another form. Blanks and comments between its parts do not matter.
     *
     * @param files the files, as in {@link #withFinder}
     * @param before the code in front of the quoted link name, such as {@code crm.invoke(}; up to 100 characters
     * @return the copy
     * @throws ConnectionConfigurationException if the code or glob cannot be used ({@code form_malformed},
     *     {@code glob_malformed})
     */
    @CheckReturnValue
    SourceReferences withCalls(String files, String before);

    /**
     * Returns a copy that also finds what a pattern matches, in text whose comments are blanked out.
     *
     * @param files the files, as in {@link #withFinder}
     * @param pattern with one group, the link name; how long it takes is up to the pattern
     * @return the copy
     * @throws ConnectionConfigurationException if the pattern has another number of groups, or the glob cannot be used
     *     ({@code form_malformed}, {@code glob_malformed})
     */
    @CheckReturnValue
    SourceReferences withPattern(String files, Pattern pattern);

    /**
     * Returns a copy that also finds what a finder finds.
     *
     * @param files a glob: without {@code /} it is matched with file names everywhere ({@code *.py}), else with paths below
     *     the root ({@code jobs/**}); syntax of {@link java.nio.file.FileSystem#getPathMatcher}
     * @param finder finds link names in a file
     * @return the copy
     * @throws ConnectionConfigurationException if the glob cannot be used ({@code glob_malformed})
     */
    @CheckReturnValue
    SourceReferences withFinder(String files, Finder finder);

    /**
     * Returns a copy that also ignores files and folders.
     *
     * @param globs as in {@link #withFinder}; a folder is ignored with all it holds
     * @return the copy
     * @throws ConnectionConfigurationException if a glob cannot be used ({@code glob_malformed})
     */
    @CheckReturnValue
    SourceReferences withIgnored(String... globs);

    /**
     * Returns a copy that tells what it skipped. Without one, one warning a scan is logged.
     *
     * @param report called while a scan runs, on its thread
     * @return the copy
     */
    @CheckReturnValue
    SourceReferences withReport(Consumer<Skipped> report);

    /** Finds link names in the text of a file. Thread-safe. */
    @FunctionalInterface
    interface Finder {
        /**
         * Finds link names.
         *
         * @param file the path below the root, with {@code /} between names
         * @param text what the file holds
         * @return the places; names that are blank, longer than 100 characters or hold control characters are left out
         * @throws IllegalArgumentException if the file is not what its name says: it is skipped and reported
         */
        List<Occurrence> find(String file, String text);
    }

    /**
     * A link name in a text.
     *
     * @param linkName the name
     * @param offset where it begins, in characters from 0
     */
    record Occurrence(String linkName, int offset) {}

    /**
     * A file or folder that was not read. The connections that it uses were not found.
     *
     * @param file the path below the root, with {@code /} between names
     * @param reason why
     */
    record Skipped(String file, Reason reason) {
        /** Why something was skipped. Later releases may add constants. */
        public enum Reason {
            /** It is larger than 1 MiB. */
            TOO_LARGE,
            /** It is not text in UTF-8. */
            NOT_TEXT,
            /** It is not what its name says. */
            NOT_UNDERSTOOD,
            /** It cannot be opened, or went away. */
            UNREADABLE,
            /** It is a symbolic link. */
            LINK
        }
    }
}
