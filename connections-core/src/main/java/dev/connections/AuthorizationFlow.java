package dev.connections;

/**
 * How a user or an administrator authorizes a connection: one of four closed kinds, so that a screen can offer the right
 * one for a service it only knows by name.
 */
public sealed interface AuthorizationFlow permits RedirectFlow, DeviceFlow, DirectFlow, UnattendedFlow {}
