/** Tests of the bounded client on scripted sockets, and of what it refuses to call. */
@NullMarked
package dev.connections.internal.http;

import org.jspecify.annotations.NullMarked;
