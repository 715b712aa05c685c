package dev.connections.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ConnectionException;
import dev.connections.internal.definition.IdentityRequest;
import dev.connections.internal.definition.Probe;
import dev.connections.internal.definition.Reach;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.definition.Texts;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.CredentialStrategy.Verdict;
import dev.connections.spi.StrategyContext.Grant;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the service whose account a grant is for, where its definition says how and the grant does not tell. Without an answer
 * the account goes by a number.
 */
final class Identifying {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.flow");
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 50;

    private Identifying() {}

    static <C extends Credential> Grant<C> identified(Scene scene, CredentialStrategy<C, ?> strategy, Grant<C> grant) {
        ServiceValue<?> service = scene.service();
        C credential = grant.tokens().get(Grant.DEFAULT_TOKEN);
        boolean known = grant.accountId().isPresent() && grant.accountName().isPresent();
        if (known || credential == null || service.identityRequest().isEmpty()) {
            return grant;
        }
        IdentityRequest identity = service.identityRequest().get();
        Reach reach = service.reach().pinnedTo(grant.resourceServers());
        try {
            URI target = reach.resolve(identity.request().path());
            var asking = new Asking<>(scene, strategy, credential, grant.captured());
            return named(grant, identity, asking.ask(identity.request(), target));
        } catch (ConnectionException e) {
            LOG.atDebug().addKeyValue("code", e.code()).log("the service did not say whose account it is");
            return grant;
        }
    }

    /** Asks with a credential that is not stored yet. */
    private record Asking<C extends Credential>(
            Scene scene, CredentialStrategy<C, ?> strategy, C credential, Map<String, String> captured) {
        Reply ask(Probe request, URI target) {
            Reply first = send(request, target);
            boolean again = strategy.inspect(credential, new Received(target, first)) == Verdict.RETRY;
            return again ? send(request, target) : first;
        }

        private Reply send(Probe request, URI target) {
            ServiceValue<?> service = scene.service();
            var dress = new ApiDress<>(service, strategy, scene.kernel().clock(), captured);
            return scene.guarded().send(dress.on(request, target, credential));
        }
    }

    private static <C extends Credential> Grant<C> named(Grant<C> grant, IdentityRequest identity, Reply reply) {
        Optional<ObjectNode> answer = reply.status() / 100 == 2 ? Answers.object(reply) : Optional.empty();
        return new Grant<>(
                grant.tokens(),
                grant.accountId().or(() -> answer.flatMap(it -> text(it.at(identity.id()), LONGEST_ID))),
                grant.accountName().or(() -> answer.flatMap(it -> text(it.at(identity.name()), LONGEST_NAME))),
                grant.grantedScopes(),
                grant.captured(),
                grant.resourceServers());
    }

    /** A text or a number; foreign, so cleaned and cut. */
    private static Optional<String> text(JsonNode value, int longest) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            return Optional.empty();
        }
        String clean = Texts.clean(value.asText()).strip();
        int end = Math.min(clean.codePointCount(0, clean.length()), longest);
        return Optional.of(clean.substring(0, clean.offsetByCodePoints(0, end))).filter(text -> !text.isEmpty());
    }
}
