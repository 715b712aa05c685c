/** Tests of the credential interceptor on servers and hand-made connections. */
@NullMarked
package dev.connections.http;

import org.jspecify.annotations.NullMarked;
