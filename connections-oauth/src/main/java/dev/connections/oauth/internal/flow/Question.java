package dev.connections.oauth.internal.flow;

import dev.connections.BasicCredential;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.internal.token.PresentedToken;
import dev.connections.spi.Credential;
import java.util.List;
import java.util.function.Function;

/**
 * What a direct grant asks for, and how that is sent.
 *
 * @param <I> what is asked for
 */
interface Question<I extends Credential> {
    /** User name and password. */
    Question<BasicCredential> PASSWORD = new PasswordQuestion();

    /** A token of the user. */
    Question<SubjectToken> SUBJECT_TOKEN = new SubjectTokenQuestion();

    List<Field> fields();

    /** Makes the input of texts; each of the fields is there. */
    I read(Function<String, Secret> values);

    /** Names what is sent, for messages. */
    String presented();

    /** Says what to do when it is refused. */
    String fix();

    /** Adds the input to a request. */
    Exchange asking(Exchange exchange, I input);

    /** RFC 6749, section 4.3. */
    final class PasswordQuestion implements Question<BasicCredential> {
        private static final String USERNAME = "username";
        private static final String PASSWORD = "password";

        @Override
        public List<Field> fields() {
            return List.of(Field.text(USERNAME, "User name"), Field.secret(PASSWORD, "Password"));
        }

        @Override
        public BasicCredential read(Function<String, Secret> values) {
            return new BasicCredential(values.apply(USERNAME).reveal(), values.apply(PASSWORD));
        }

        @Override
        public String presented() {
            return "the user name and password";
        }

        @Override
        public String fix() {
            return "enter the user name and password of the service again";
        }

        @Override
        public Exchange asking(Exchange exchange, BasicCredential input) {
            return exchange.with(USERNAME, input.username()).with(PASSWORD, input.password());
        }
    }

    /** RFC 8693, section 2.1. */
    final class SubjectTokenQuestion implements Question<SubjectToken> {
        private static final String TOKEN = "subject_token";
        private static final String TYPE = "subject_token_type";
        private static final List<String> TYPES = List.of(
                PresentedToken.PREFIX + "access_token",
                PresentedToken.PREFIX + "id_token",
                PresentedToken.PREFIX + "jwt",
                PresentedToken.PREFIX + "refresh_token",
                PresentedToken.PREFIX + "saml2");

        @Override
        public List<Field> fields() {
            return List.of(Field.secret(TOKEN, "Subject token"), new Field(TYPE, "Token type", false, true, TYPES));
        }

        @Override
        public SubjectToken read(Function<String, Secret> values) {
            return SubjectToken.of(values.apply(TYPE).reveal(), values.apply(TOKEN));
        }

        @Override
        public String presented() {
            return "the subject token";
        }

        @Override
        public String fix() {
            return "hand in a token that is still good and made for this service";
        }

        @Override
        public Exchange asking(Exchange exchange, SubjectToken input) {
            PresentedToken subject = PresentedToken.of(input);
            Exchange asking = exchange.with(TOKEN, subject.token()).with(TYPE, subject.type());
            return subject.actor()
                    .map(actor -> asking.with("actor_token", actor.token()).with("actor_token_type", actor.type()))
                    .orElse(asking);
        }
    }
}
