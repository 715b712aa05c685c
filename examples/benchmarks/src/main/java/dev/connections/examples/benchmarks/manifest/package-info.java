/** What a build plugin waits for: manifests read, checked, changed and written. */
@NullMarked
package dev.connections.examples.benchmarks.manifest;

import org.jspecify.annotations.NullMarked;
