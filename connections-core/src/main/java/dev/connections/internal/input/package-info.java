/** Inputs that a service leaves open until it is connected: their rules, their places in a document, their values. Not exported. */
@NullMarked
package dev.connections.internal.input;

import org.jspecify.annotations.NullMarked;
