package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceCatalog.Provenance;
import java.util.Locale;
import java.util.Map;

/** The source of one constant. */
record Constant(Blueprint blueprint) {
    private static final int WIDTH = 120; // of a formatted line
    private static final Map<String, String> TYPES = Map.of(
            "oauth2", "OAuth 2.0", "oauth1", "OAuth 1.0a", "basic", "user name and password", "api_key", "API key");

    String source() {
        String declaration = "    public static final " + type() + " " + name() + " =";
        String value = "Stages.begin(\"" + blueprint.heading().linkName() + "\", " + step() + ");";
        String oneLine = declaration + " " + value;
        return javadoc() + (oneLine.length() <= WIDTH ? oneLine : declaration + "\n            " + value) + "\n";
    }

    String name() {
        return blueprint.heading().linkName().toUpperCase(Locale.ROOT);
    }

    private boolean optionalInputs() {
        return !confidential()
                && blueprint.inputs().stream().noneMatch(input -> input.field().required());
    }

    /** Tells whether no client does without a secret. */
    private boolean confidential() {
        return (blueprint.needsClient() && !flow().equals("RedirectFlow"))
                || blueprint.heading().authenticationType().equals("oauth1");
    }

    private String flow() {
        return switch (blueprint.heading().authenticationType()) {
            case "basic" -> "DirectFlow<BasicCredential>";
            case "api_key" -> "DirectFlow<ApiKeyCredential>";
            case "oauth1" -> "RedirectFlow";
            default -> grant().equals("authorization_code") ? "RedirectFlow" : "UnattendedFlow";
        };
    }

    private Object grant() {
        Node settings = blueprint.document().get("authentication").members().get("settings");
        return settings.members().get("grant").value();
    }

    private String type() {
        String type = (blueprint.needsResourceServers() ? "NeedsResourceServers<" : "Service<") + flow() + ">";
        boolean inputs = !blueprint.inputs().isEmpty();
        if (blueprint.needsClient()) {
            type = client(inputs, "TakesInputs<", "NeedsClient<", "NeedsConfidentialClient<") + type + ">";
        }
        if (inputs && !(blueprint.needsClient() && optionalInputs())) {
            type = "NeedsInputs<" + type + ">";
        }
        return blueprint.hasDataCenters() ? "NeedsDataCenter<" + type + ">" : type;
    }

    private String step() {
        boolean inputs = !blueprint.inputs().isEmpty();
        boolean finished = !inputs && !blueprint.needsClient() && !blueprint.hasDataCenters();
        String service = finished ? "Stages.lazyService()" : "Stages.service()";
        String step = blueprint.needsResourceServers() ? "Stages.resourceServers()" : service;
        if (blueprint.needsClient()) {
            step = client(inputs, "Stages.clientOrInputs(", "Stages.client(", "Stages.confidentialClient(") + step
                    + ")";
        }
        if (inputs && !(blueprint.needsClient() && optionalInputs())) {
            step = "Stages.inputs(" + step + ")";
        }
        return blueprint.hasDataCenters() ? "Stages.dataCenter(" + step + ")" : step;
    }

    private String client(boolean inputs, String orInputs, String any, String confidential) {
        if (confidential()) {
            return confidential;
        }
        return inputs && optionalInputs() ? orInputs : any;
    }

    private String javadoc() {
        Heading heading = blueprint.heading();
        var lines = new StringBuilder("    /**\n");
        lines.append("     * ").append(heading.name()).append(", ").append(TYPES.get(heading.authenticationType()));
        lines.append("; {@code ").append(heading.linkName()).append("} in the category {@code ");
        lines.append(heading.category()).append("}.");
        blueprint.details().provenance().map(Constant::provenance).ifPresent(lines::append);
        blueprint.inputs().forEach(input -> lines.append(input(input)));
        blueprint.details().notes().forEach(note -> lines.append("\n     * ").append(note));
        blueprint
                .details()
                .documentation()
                .ifPresent(uri -> lines.append("\n     *\n     * @see <a href=\"")
                        .append(uri)
                        .append("\">Documentation</a>"));
        return lines.append("\n     */\n").toString();
    }

    private static String provenance(Provenance provenance) {
        String agreement = provenance.agreement() == 1 ? "one source" : provenance.agreement() + " sources agree";
        return "\n     * Confidence " + provenance.confidence().name().toLowerCase(Locale.ROOT) + ": " + agreement
                + ", " + provenance.checked() + ".";
    }

    private static String input(Input input) {
        return "\n     * Input {@code " + input.name() + "}"
                + input.defaultValue()
                        .map(value -> ", by default {@code " + value + "}")
                        .orElse("")
                + input.example()
                        .map(value -> ", for example {@code " + value + "}")
                        .orElse("") + ".";
    }
}
