package dev.connections.examples.manifestplugin;

import dev.connections.manifest.ManifestException;
import dev.connections.manifest.Validation.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Checks the manifest, and fails the build if it has an error. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public class ValidateMojo extends AbstractMojo {
    /** The manifest. */
    @Parameter(property = "manifest.file", defaultValue = "${project.basedir}/plugin-manifest.json")
    File manifest = new File("plugin-manifest.json");

    /** By whose measure: product, strict or cli. */
    @Parameter(property = "manifest.measure", defaultValue = "PRODUCT")
    Measure measure = Measure.PRODUCT;

    /** Codes of findings that do not count. */
    @Parameter(property = "manifest.ignore")
    List<String> ignore = List.of();

    /**
     * The extension's folder: connections that its code names must be declared, and each locale needs its translations. The
     * manifest's own, if that holds a folder app, unless stated.
     */
    @Parameter(property = "manifest.extension")
    @Nullable
    File extension;

    /** Where findings.txt and findings.sarif are written. */
    @Parameter(property = "manifest.reports", defaultValue = "${project.build.directory}/manifest")
    File reports = new File("target/manifest");

    /** Made by Maven. */
    public ValidateMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            var check = new ManifestCheck(measure, ignore, reports.toPath());
            tell(folder().map(check::with).orElse(check).check(manifest.toPath()));
        } catch (ManifestException refused) {
            throw new MojoFailureException(refused.getMessage(), refused);
        } catch (IOException failure) {
            throw new MojoExecutionException("the findings cannot be written to " + reports, failure);
        }
    }

    private Optional<Path> folder() {
        return Optional.ofNullable(extension).map(File::toPath).or(() -> Sources.beside(manifest.toPath()));
    }

    private void tell(Optional<Report> report) throws MojoFailureException {
        if (report.isEmpty()) {
            getLog().info(manifest + " has not changed since it passed");
            return;
        }
        if (!report.get().passed()) {
            report.get().toText().lines().forEach(getLog()::error);
            throw new MojoFailureException(report.get() + "; see " + new File(reports, "findings.txt"));
        }
        report.get().toText().lines().forEach(getLog()::info);
    }
}
