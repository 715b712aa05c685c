/** The web server: requests, sessions, routes and the headers that every answer carries. */
@NullMarked
package dev.connections.examples.backend.http;

import org.jspecify.annotations.NullMarked;
