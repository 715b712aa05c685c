package dev.connections.architecture.broken.cellar;

final class OutsideOfEveryRoom {}
