package dev.connections.oauth.servers;

/** The contract against Spring Authorization Server inside this JVM. */
class SpringAuthorizationServerTest extends AuthorizationServerContract {
    @Override
    protected AuthorizationServer start() {
        return SpringAuthorizationServer.start();
    }
}
