package dev.connections.manifest;

import dev.connections.CheckReturnValue;
import dev.connections.manifest.internal.report.Checked;
import dev.connections.manifest.internal.report.JsonReport;
import dev.connections.manifest.internal.report.SarifReport;
import dev.connections.manifest.internal.report.TextReport;
import dev.connections.manifest.internal.rule.Codes;
import dev.connections.manifest.internal.rule.Extension;
import dev.connections.manifest.internal.rule.Profile;
import dev.connections.manifest.internal.rule.Rulebook;
import dev.connections.manifest.internal.text.Quote;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * By whose measure a manifest is checked, and what of it does not count.
 *
 * <p>Immutable and thread-safe.
 */
public final class Validation {
    private static final Validation FOR_PRODUCT = new Validation(Profile.STANDARD);

    private final Profile profile;

    private Validation(Profile profile) {
        this.profile = profile;
    }

    /**
     * Checks by the rules of the manifest's product, as {@link PluginManifest#validate()} does: errors for what its tools or
     * the product refuse, warnings and hints for the rest.
     *
     * @return the measure
     */
    public static Validation forProduct() {
        return FOR_PRODUCT;
    }

    /**
     * Checks as {@link #forProduct()} does, takes each warning for an error, and also hints at connectors whose host is not
     * among the {@code whiteListedDomains}: for a build that publishes.
     *
     * @return the measure
     */
    public static Validation strict() {
        return new Validation(Profile.of(Profile.Mode.STRICT));
    }

    /**
     * Finds only what Zoho's own command-line tool refuses, each as an error; what is a slip of that tool is left out.
     *
     * @return the measure
     * @see "the npm package zoho-extension-toolkit 1.0.24 (read November 2026)"
     */
    public static Validation likeOfficialCli() {
        return new Validation(Profile.of(Profile.Mode.OFFICIAL_CLI));
    }

    /**
     * Returns a copy for which these findings, and those ignored before, do not count.
     *
     * @param codes codes of findings, for example {@code key_unknown}
     * @return the copy
     * @throws ManifestException if there is no such code ({@code code_unknown})
     */
    @CheckReturnValue
    public Validation ignoring(String... codes) {
        Set<String> ignored = new HashSet<>(profile.ignored());
        for (String code : codes) {
            if (!Codes.all().containsKey(code)) {
                throw new ManifestException(
                        "code_unknown",
                        "no finding has the code " + Quote.of(code)
                                + "; copy it from a finding, for example \"key_unknown\"",
                        null);
            }
            ignored.add(code);
        }
        return new Validation(new Profile(profile.mode(), ignored, profile.extension()));
    }

    /**
     * Returns a copy that also compares the manifest with the files of its extension: connections that source files name must
     * be declared ({@code connection_undeclared}), and each {@code locale} needs its {@code app/translations/<code>.json}
     * ({@code translation_missing}). {@link #check} then reads the folder, and blocks while it does.
     *
     * @param folder the extension's root, where its {@code plugin-manifest.json} lies; read as {@link
     *     dev.connections.spi.SourceReferences} says: source files up to 1 MiB, no {@code node_modules} or {@code dist}
     * @return the copy
     */
    @CheckReturnValue
    public Validation withExtension(Path folder) {
        return new Validation(new Profile(profile.mode(), profile.ignored(), Extension.at(folder)));
    }

    /**
     * Checks a manifest.
     *
     * @param manifest the manifest, whatever its text is
     * @return what was found
     * @throws ManifestException if the {@linkplain #withExtension extension's folder} cannot be read ({@code
     *     scan_root_unusable}, {@code scan_too_large})
     */
    public Report check(PluginManifest manifest) {
        return new Report(
                manifest,
                new Checked(manifest.file(), manifest.document(), Rulebook.check(manifest.document(), profile)));
    }

    /**
     * What was found in a manifest, to be looked at or printed. Immutable and thread-safe; no secret of the manifest stands
     * in any of its texts.
     */
    public static final class Report {
        private final Checked checked;
        private final List<Finding> findings;

        private Report(PluginManifest manifest, Checked checked) {
            this.checked = checked;
            this.findings = manifest.findings(checked.found());
        }

        /**
         * Returns what was found.
         *
         * @return in order of the text; immutable, at most a thousand and one that counts the others
         */
        public List<Finding> findings() {
            return findings;
        }

        /**
         * Tells whether there is no error; warnings and hints do not matter.
         *
         * @return true if the manifest passes
         */
        public boolean passed() {
            return checked.count(Finding.Severity.ERROR) == 0;
        }

        /**
         * Prints the findings for people: each with the line it stands in, carets below what it is about, and what to write
         * instead; at the end a line that counts them.
         *
         * @return lines that end with LF
         */
        public String toText() {
            return TextReport.of(checked);
        }

        /**
         * Prints the findings for programs: an object with {@code file}, the numbers of {@code errors}, {@code warnings} and
         * {@code hints}, and {@code findings}, an array of objects with the members of {@link Finding} and {@code fixable}.
         *
         * @return a JSON object
         */
        public String toJson() {
            return JsonReport.of(checked);
        }

        /**
         * Prints the findings for code scanning services and editors, with fixes as replacements.
         *
         * @return a SARIF log with one run; a hint is a {@code note}
         * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
         */
        public String toSarif() {
            return SarifReport.of(checked);
        }

        /**
         * Returns how many findings there are.
         *
         * @return one line
         */
        @Override
        public String toString() {
            return TextReport.summary(checked);
        }
    }
}
