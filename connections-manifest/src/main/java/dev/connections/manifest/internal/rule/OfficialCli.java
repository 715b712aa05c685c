package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.FlawKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Zoho's own command-line tool refuses, as its rules in version 1.0.24 read and run.
 *
 * <p>Left out because they are slips of the tool: it takes a link name for a repeated one when it equals the connection name
 * of an earlier PROJECTS entry; an entry that is null ends it with a stack trace; {@code zohoAuthorisation} may be an array.
 *
 * @see "the npm package zoho-extension-toolkit 1.0.24 (read November 2026)"
 */
final class OfficialCli implements ManifestRule {
    private static final Set<String> PRODUCTS = Set.of(
            "CRM",
            "CATALYST",
            "PROJECTS",
            "DESK",
            "QNTRL",
            "MAIL",
            "CREATOR",
            "TEAMINBOX",
            "SDP",
            "IOT",
            "FINANCE",
            "EXPENSE",
            "INVENTORY",
            "PEOPLE",
            "BIGIN",
            "BILLING",
            "RECRUIT",
            "FSM",
            "LOGS360CLOUD");

    private static final Set<String> SYNTAX = Arrays.stream(FlawKind.values())
            .filter(kind -> kind != FlawKind.BYTE_ORDER_MARK)
            .map(FlawKind::code)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PRODUCT =
            Set.of("not_a_manifest", "service_missing", "service_type", "service_unknown", "service_case");

    /** After one of these it looks no further. */
    static final List<Set<String>> ENDS = List.of(SYNTAX, PRODUCT, Set.of("key_missing"));

    private static final Set<String> ANYWHERE = and(SYNTAX, PRODUCT);

    private static final Set<String> CSP = Set.of("csp_too_many", "csp_repeated", "csp_source");
    private static final Set<String> CONFIG =
            Set.of("config_too_many", "config_incomplete", "config_choice", "config_length", "config_key_unknown");

    private static final Set<String> ENTRIES = Set.of(
            "section_type",
            "connector_type",
            "connector_incomplete",
            "connection_name_shape",
            "placeholder_left",
            "value_type",
            "value_blank",
            "scope_type",
            "scope_blank");

    private static final Map<String, Set<String>> CONNECTORS = Map.of(
            "DESK",
            and(ENTRIES, Set.of("connection_name_duplicate", "service_repeated", "zoho_service_in_connectors")),
            "PROJECTS",
            and(ENTRIES, Set.of("connectors_too_many", "boolean_as_string", "scope_empty")));

    /** DESK's flags and ids are not looked at; of the placeholders only those in a display name are noticed. */
    private static final List<String> UNSEEN_IN_DESK = List.of("/userAccess", "/isUserDefinedService", "/sharedBy");

    private static final Set<String> APART =
            Set.of("section_type", "zoho_authorisation_type", "zoho_authorisation_service");

    private static final Map<String, Set<String>> KEYS = Map.of(
            "DESK",
            and(
                    and(CSP, CONFIG),
                    Set.of(
                            "key_missing",
                            "value_type",
                            "locale_unknown",
                            "locale_english_missing",
                            "translation_missing",
                            "domain_shape",
                            "callback_url",
                            "callback_secret_missing",
                            "oauth_incomplete",
                            "oauth_name",
                            "oauth_url")),
            "PROJECTS",
            and(
                    and(CSP, CONFIG),
                    Set.of("key_missing", "value_type", "locale_unknown", "translation_missing", "domain_shape")),
            "MAIL",
            and(CSP, Set.of("value_type", "domain_shape", "config_choice", "default_locale_missing")),
            "TEAMINBOX",
            Set.of("default_locale_missing"),
            "CREATOR",
            and(and(CSP, CONFIG), Set.of("value_type")),
            "BIGIN",
            and(CSP, Set.of("value_type")),
            "SDP",
            Set.of("extension_type"));

    private static Set<String> and(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    /** Tells whether the tool refuses a manifest of this product for this. */
    static boolean refuses(String product, Diagnosis diagnosis) {
        String code = diagnosis.code();
        String pointer = diagnosis.place().pointer();
        if (ANYWHERE.contains(code)) {
            return true;
        }
        if (pointer.startsWith("/connectors")) {
            return CONNECTORS.getOrDefault(product, Set.of()).contains(code) && seen(product, code, pointer);
        }
        if (pointer.startsWith("/zohoAuthorisation")) {
            return product.equals("DESK") && APART.contains(code);
        }
        return KEYS.getOrDefault(product, Set.of()).contains(code);
    }

    private static boolean seen(String product, String code, String pointer) {
        boolean unseen = product.equals("DESK") && UNSEEN_IN_DESK.stream().anyMatch(pointer::endsWith);
        return !unseen && (!code.equals("placeholder_left") || pointer.endsWith("/connectionName"));
    }

    /** Products with a documented manifest that the tool does not know. */
    @Override
    public void check(Manifest manifest, Diagnoses found) {
        if (ServiceKey.known(manifest.product()) && !PRODUCTS.contains(manifest.product())) {
            Located.top(manifest, Manifest.SERVICE)
                    .ifPresent(service -> found.add(Diagnosis.error(
                            "service_unknown",
                            service.place(),
                            "the official CLI does not know the product " + service.quoted(),
                            "validate for the product instead; its help pages show manifests")));
        }
    }
}
