package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.DeviceFlow;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The device grant, for one authorization. Immutable, thread-safe; the code lives in its prompt alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3">RFC 8628, section 3</a>
 */
final class DeviceCodeFlow implements DeviceFlow {
    private final Machinery machinery;
    private final StrategyContext<OAuth2Token> context;
    private final Pause pause;

    DeviceCodeFlow(Machinery machinery, StrategyContext<OAuth2Token> context) {
        this(machinery, context, Pause.parking(context.ticker()));
    }

    DeviceCodeFlow(Machinery machinery, StrategyContext<OAuth2Token> context, Pause pause) {
        this.machinery = machinery;
        this.context = context;
        this.pause = pause;
    }

    @Override
    public Prompt begin() {
        try {
            return begun();
        } catch (ConnectionException e) {
            throw context.concerning(e);
        }
    }

    private Prompt begun() {
        Server server = machinery.server(context);
        List<String> scopes = machinery.scopes(context);
        Exchange exchange = request(endpoint(server), scopes);
        TokenEndpoint endpoint = machinery.tokenEndpoint();
        Reply reply = endpoint.reply(endpoint.call(exchange, server, context), server, context);
        Answered answered = endpoint.read(reply, context);
        if (!answered.isSuccess() || answered.reading() instanceof TokenReading.Refusal) {
            throw refusal(machinery.tokenEndpoint().judge(answered, exchange));
        }
        DeviceAnswer answer = DeviceAnswer.read(
                        reply.body(), machinery.definition().server().plainHttp())
                .orElseThrow(() -> unusable(exchange));
        return new DevicePrompt(
                answer, new DevicePoll(machinery, context, scopes, machinery.newProofKey()), context, pause);
    }

    private Exchange request(URI endpoint, List<String> scopes) {
        Exchange exchange =
                Exchange.at("the device authorization endpoint", "the request for a device code", endpoint, scopes);
        for (Map.Entry<String, String> each :
                machinery.definition().authorization().parameters().entrySet()) {
            exchange = exchange.with(each.getKey(), each.getValue());
        }
        String delimiter = machinery.definition().authorization().scopeDelimiter();
        return scopes.isEmpty() ? exchange : exchange.with("scope", String.join(delimiter, scopes));
    }

    private static ConnectionException refusal(TokenAnswer answer) {
        return answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
    }

    private static ConnectionException unusable(Exchange exchange) {
        return Refusals.of(exchange, 200)
                .protocol(
                        "device_response_unusable",
                        ServerError.NONE,
                        "its answer holds no device_code, user_code and https verification_uri; report it to the service");
    }

    private static URI endpoint(Server server) {
        return server.deviceAuthorizationEndpoint()
                .orElseThrow(() -> new ConnectionConfigurationException(
                        "endpoint_missing",
                        "the issuer's metadata names no device authorization endpoint; use authorizationCode(), or state"
                                + " the endpoint",
                        null));
    }
}
