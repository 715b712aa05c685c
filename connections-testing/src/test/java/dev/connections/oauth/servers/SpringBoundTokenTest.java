package dev.connections.oauth.servers;

/** Bound tokens at Spring Authorization Server and a resource server of Spring Security. */
@RealServer("Spring Authorization Server")
class SpringBoundTokenTest extends BoundTokenContract {
    @Override
    protected AuthorizationServer start() {
        return SpringAuthorizationServer.startWithOpenId();
    }
}
