package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import java.util.Optional;
import java.util.Set;

/**
 * The languages of an extension: a list of known codes; DESK wants English among them, MAIL and TEAMINBOX a default.
 *
 * @see <a href="https://www.zoho.com/desk/extensions/guide/manifest.html">Desk, plugin-manifest.json (read November
 *     2026)</a>
 */
final class Locales implements ManifestRule {
    static final String KEY = "locale";
    private static final String ENGLISH = "en";
    private static final String DESK = "DESK";
    private static final Set<String> WITH_DEFAULT = Set.of("MAIL", "TEAMINBOX");
    private static final Set<String> KNOWN = Set.of(
            "en", "ja", "zh", "tw", "es", "de", "fr", "tr", "ru", "pt", "it", "nl", "da", "pl", "sv", "id", "hi", "ro",
            "ta", "te", "he", "ar");

    private final Severity severity;

    Locales(Severity severity) {
        this.severity = severity;
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Verdicts verdicts = new Verdicts(severity, found);
        Optional<Located> locale = Located.top(manifest, KEY);
        locale.ifPresent(value -> check(value, manifest.product(), verdicts));
        if (locale.isPresent() && WITH_DEFAULT.contains(manifest.product())) {
            checkDefault(manifest, locale.get(), found);
        }
    }

    private static void check(Located locale, String product, Verdicts verdicts) {
        if (!verdicts.expect(Kind.ARRAY, locale, "write an array of language codes, for example [\"en\"]")) {
            return;
        }
        locale.forEachItem(code -> checkCode(code, verdicts));
        if (product.equals(DESK) && !english(locale)) {
            verdicts.add(
                    "locale_english_missing", locale, "\"locale\" is without \"en\"", "DESK wants English among them");
        }
    }

    private static void checkCode(Located code, Verdicts verdicts) {
        if (!known(code)) {
            verdicts.add(
                    "locale_unknown",
                    code,
                    code.quoted() + " is no language that extensions are translated into",
                    "write a code such as \"en\", \"de\" or \"ja\", in lower case");
        }
    }

    /** Tells whether extensions are translated into it. */
    static boolean known(Located code) {
        return code.is(Kind.STRING) && KNOWN.contains(code.node().text());
    }

    private static boolean english(Located locale) {
        for (Node code : locale.node().elements()) {
            if (code.says(ENGLISH)) {
                return true;
            }
        }
        return false;
    }

    private static void checkDefault(Manifest manifest, Located locale, Diagnoses found) {
        if (Located.top(manifest, "defaultLocale").isEmpty()) {
            found.add(Diagnosis.error(
                    "default_locale_missing",
                    locale.place(),
                    "\"locale\" stands without \"defaultLocale\"",
                    "say which of them is shown to people with another language: \"defaultLocale\": \"en\""));
        }
    }
}
