package dev.connections.examples.quickstart;

import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.oauth.OAuth2;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import java.net.URI;
import java.util.stream.Collectors;

/** A strict authorization server in this process, and a user who says yes: no network, no human. */
record EmbeddedServer(MockService<RedirectFlow> mock) implements Server {
    static EmbeddedServer start() {
        return new EmbeddedServer(MockService.authorizationCode()
                .serving("tickets", "{\"tickets\":[{\"id\":7,\"subject\":\"Printer is on fire\"}]}"));
    }

    @Override
    public Service<RedirectFlow> service() {
        return Service.custom("Acme Helpdesk")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(mock.issuer().toString())
                .authentication(OAuth2.authorizationCode()
                        .withPlainHttpForLoopbackTestsOnly()
                        .authorizationEndpoint(
                                mock.endpoint(Endpoint.AUTHORIZATION).toString())
                        .tokenEndpoint(mock.endpoint(Endpoint.TOKEN).toString())
                        .client(mock.clientId(), mock.clientSecret())
                        .withRevocationEndpoint(
                                mock.endpoint(Endpoint.REVOCATION).toString()));
    }

    @Override
    public String redirectUri() {
        return "https://app.example.com/oauth/callback";
    }

    @Override
    public URI signIn(URI authorizationRequest) {
        return mock.consent(authorizationRequest, "alice@example.com");
    }

    @Override
    public URI resource() {
        return mock.resource("tickets");
    }

    @Override
    public String heard() {
        return mock.tokenRequests().stream()
                .map(MockService.TokenRequest::grantType)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        mock.close();
    }
}
