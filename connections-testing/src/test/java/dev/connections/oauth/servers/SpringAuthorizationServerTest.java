package dev.connections.oauth.servers;

/** The contract against Spring Authorization Server inside this JVM. */
@RealServer("Spring Authorization Server")
class SpringAuthorizationServerTest extends ExtensionsContract {
    @Override
    protected AuthorizationServer start() {
        return SpringAuthorizationServer.start();
    }
}
