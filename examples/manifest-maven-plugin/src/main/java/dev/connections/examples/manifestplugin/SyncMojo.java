package dev.connections.examples.manifestplugin;

import dev.connections.ConnectionException;
import dev.connections.manifest.ManifestDiff;
import dev.connections.manifest.ManifestException;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Makes the manifest declare exactly the connections of a file; name it before validate. Touches nothing if it does. */
@Mojo(name = "sync", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public class SyncMojo extends AbstractMojo {
    /** The manifest. */
    @Parameter(property = "manifest.file", defaultValue = "${project.basedir}/plugin-manifest.json")
    File manifest = new File("plugin-manifest.json");

    /** A JSON array of objects with name, service and, where they are needed, linkName, custom, perUser and scopes. */
    @Parameter(property = "manifest.connections", defaultValue = "${project.basedir}/connections.json")
    File connections = new File("connections.json");

    /** Made by Maven. */
    public SyncMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            ManifestDiff diff = ManifestSync.sync(connections.toPath(), manifest.toPath());
            if (diff.isEmpty()) {
                getLog().info(manifest + " declares the connections of " + connections + " already");
            } else {
                diff.toString().lines().forEach(getLog()::info);
            }
        } catch (ManifestException | ConnectionException refused) {
            throw new MojoFailureException(refused.getMessage(), refused);
        } catch (IOException failure) {
            throw new MojoExecutionException(connections + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
