/**
 * A build plugin that keeps plugin-manifest.json right: {@code manifest:validate} and {@code manifest:sync} for Maven, {@link
 * dev.connections.examples.manifestplugin.ManifestTool} for any other build tool.
 */
@NullMarked
package dev.connections.examples.manifestplugin;

import org.jspecify.annotations.NullMarked;
