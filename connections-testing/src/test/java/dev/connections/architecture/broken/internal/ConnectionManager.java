package dev.connections.architecture.broken.internal;

final class ConnectionManager {
    static final class RequestHelper {}
}
