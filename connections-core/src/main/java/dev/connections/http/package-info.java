/** Credentials for OkHttp: the credential interceptor. */
@NullMarked
package dev.connections.http;

import org.jspecify.annotations.NullMarked;
