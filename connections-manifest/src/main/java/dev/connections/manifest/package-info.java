/**
 * Reads, checks and changes {@code plugin-manifest.json}, the file in which a Zoho extension declares its connections.
 *
 * <p>{@link dev.connections.manifest.PluginManifest} is the file, {@link dev.connections.manifest.Connector} one
 * connection in it, {@link dev.connections.manifest.Finding} what is wrong with it and where.
 */
@NullMarked
package dev.connections.manifest;

import org.jspecify.annotations.NullMarked;
