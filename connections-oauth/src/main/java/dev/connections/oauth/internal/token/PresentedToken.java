package dev.connections.oauth.internal.token;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.internal.definition.Wrong;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token to be exchanged.
 *
 * @param type the token type identifier
 * @param token the token
 * @param actor the token of who acts for its subject
 */
public record PresentedToken(String type, Secret token, Optional<PresentedToken> actor) implements SubjectToken {
    /** What the registered token types begin with. */
    public static final String PREFIX = "urn:ietf:params:oauth:token-type:";

    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[\\x21-\\x7E]{1,255}");

    public PresentedToken {
        if (!TYPE.matcher(type).matches()) {
            throw malformed("the token type is no absolute URI; use one such as " + PREFIX + "access_token");
        }
        if (token.reveal().isBlank()) {
            throw malformed("the token to exchange is blank; hand in the one you hold");
        }
    }

    /** Returns a token without an actor. */
    public static PresentedToken of(String type, Secret token) {
        return new PresentedToken(type, token, Optional.empty());
    }

    /** Returns the only kind of token there is. */
    public static PresentedToken of(SubjectToken token) {
        return Wrong.own(PresentedToken.class, token);
    }

    @Override
    public SubjectToken withActor(SubjectToken who) {
        return new PresentedToken(type, token, Optional.of(of(who)));
    }

    /** Prints the type. */
    @Override
    public String toString() {
        return "SubjectToken[" + type + "]";
    }

    private static ConnectionConfigurationException malformed(String problemAndFix) {
        return new ConnectionConfigurationException("credential_malformed", problemAndFix, null);
    }
}
