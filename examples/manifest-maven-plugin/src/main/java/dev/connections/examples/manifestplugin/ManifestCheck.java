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

/** Checks a manifest, and leaves the findings as text and as SARIF beside a build's other reports. */
final class ManifestCheck {
    private final Measure measure;
    private final List<String> ignored;
    private final Path reports;

    ManifestCheck(Measure measure, List<String> ignored, Path reports) {
        this.measure = measure;
        this.ignored = List.copyOf(ignored);
        this.reports = reports;
    }

    /** Returns what was found; nothing if the same text has passed the same check before. */
    Optional<Report> check(Path file) throws IOException {
        PluginManifest manifest = PluginManifest.read(file);
        String stamp = stamp(manifest);
        if (stamp.equals(read("passed"))) {
            return Optional.empty();
        }
        Validation validation = measure.validation().ignoring(ignored.toArray(String[]::new));
        Report report = validation.check(manifest);
        write("findings.txt", report.toText());
        write("findings.sarif", report.toSarif());
        write("passed", report.passed() ? stamp : "");
        return Optional.of(report);
    }

    /** Another text, measure or list, or another release of the rules, is another stamp. */
    private String stamp(PluginManifest manifest) {
        String release = Optional.ofNullable(Validation.class.getPackage().getImplementationVersion())
                .orElse("");
        String all = String.join("\n", release, measure.name(), ignored.toString(), manifest.toJson());
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
