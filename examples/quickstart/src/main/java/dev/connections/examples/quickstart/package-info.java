/** The quickstart: from a manifest and two services to an authorized call and a manifest that names both. */
@NullMarked
package dev.connections.examples.quickstart;

import org.jspecify.annotations.NullMarked;
