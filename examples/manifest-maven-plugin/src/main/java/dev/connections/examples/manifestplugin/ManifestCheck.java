package dev.connections.examples.manifestplugin;

import dev.connections.manifest.PluginManifest;
import dev.connections.manifest.Validation;
import dev.connections.manifest.Validation.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a manifest, and leaves the findings as text and as SARIF beside a build's other reports. */
final class ManifestCheck {
    private final Measure measure;
    private final List<String> ignored;
    private final Path reports;
    private final @Nullable Path extension;

    ManifestCheck(Measure measure, List<String> ignored, Path reports) {
        this(measure, ignored, reports, null);
    }

    private ManifestCheck(Measure measure, List<String> ignored, Path reports, @Nullable Path extension) {
        this.measure = measure;
        this.ignored = List.copyOf(ignored);
        this.reports = reports;
        this.extension = extension;
    }

    /** The same, which also compares the manifest with this folder. */
    ManifestCheck with(Path folder) {
        return new ManifestCheck(measure, ignored, reports, folder);
    }

    /** Returns what was found; nothing if the same text, beside the same files, has passed the same check before. */
    Optional<Report> check(Path file) throws IOException {
        PluginManifest manifest = PluginManifest.read(file);
        String stamp = stamp(manifest);
        if (stamp.equals(read("passed"))) {
            return Optional.empty();
        }
        Report report = validation().check(manifest);
        write("findings.txt", report.toText());
        write("findings.sarif", report.toSarif());
        write("passed", report.passed() ? stamp : "");
        return Optional.of(report);
    }

    private Validation validation() {
        Validation validation = measure.validation().ignoring(ignored.toArray(String[]::new));
        return extension == null ? validation : validation.withExtension(extension);
    }

    /** Another text, measure or list, other files, or another release of the rules, is another stamp. */
    private String stamp(PluginManifest manifest) throws IOException {
        String release = Optional.ofNullable(Validation.class.getPackage().getImplementationVersion())
                .orElse("");
        String files = extension == null ? "" : Sources.state(extension);
        String all = String.join("\n", release, measure.name(), ignored.toString(), files, manifest.toJson());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private String read(String name) throws IOException {
        Path file = reports.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(reports);
        Files.writeString(reports.resolve(name), text);
    }
}
