package dev.connections.examples.manifestplugin;

import dev.connections.ConnectionException;
import dev.connections.manifest.ManifestException;
import dev.connections.manifest.PluginManifest;
import dev.connections.manifest.Validation;
import dev.connections.manifest.Validation.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The same for any other build tool: exit code 0 if all is well, 1 if the manifest has an error, 2 if nothing was done. */
public final class ManifestTool {
    private static final String USAGE = """
            validate <plugin-manifest.json> [product|strict|cli]   prints what is wrong with it
            sarif <plugin-manifest.json> [product|strict|cli]      prints the same for code scanning
            sync <plugin-manifest.json> <connections.json>         makes it declare these connections
            """;

    private ManifestTool() {}

    /**
     * Runs the tool.
     *
     * @param arguments what to do, and with which files
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(List<String> arguments, PrintStream out) {
        try {
            return run(arguments, arguments.size() > 1 ? Path.of(arguments.get(1)) : Path.of(""), out);
        } catch (ManifestException | ConnectionException | IOException refused) {
            out.println(refused.getMessage());
            return 2;
        }
    }

    private static int run(List<String> arguments, Path file, PrintStream out) throws IOException {
        String goal = arguments.size() < 2 ? "" : arguments.get(0);
        if (goal.equals("sync") && arguments.size() > 2) {
            out.println(ManifestSync.sync(Path.of(arguments.get(2)), file));
            return 0;
        }
        if (goal.equals("validate") || goal.equals("sarif")) {
            Validation validation = measure(arguments).validation();
            Report report = Sources.beside(file)
                    .map(validation::withExtension)
                    .orElse(validation)
                    .check(PluginManifest.read(file));
            out.print(goal.equals("sarif") ? report.toSarif() : report.toText());
            return report.passed() ? 0 : 1;
        }
        out.print(USAGE);
        return 2;
    }

    private static Measure measure(List<String> arguments) {
        if (arguments.size() < 3) {
            return Measure.PRODUCT;
        }
        try {
            return Measure.valueOf(arguments.get(2).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ManifestException("measure_unknown", USAGE, unknown);
        }
    }
}
