/** What a flow or a refresh costs: the authorization request, the token endpoint, its answer. */
@NullMarked
package dev.connections.examples.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
