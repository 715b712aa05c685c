package dev.connections.architecture.broken.internal;

public final class Inside {}
