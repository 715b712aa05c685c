package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not happen does not compile; beside each misuse stands the same sentence as it is meant, which does. */
class MisuseTest {
    private static final String FRAME = """
            import dev.connections.*;
            import dev.connections.oauth.OAuth2;
            import dev.connections.spi.*;
            import java.net.URI;
            import java.time.Instant;
            import java.util.*;

            class Sentence {
                void say(Connections connections, Connection held, URI target, Secret secret) {
                    %s
                }
                %s
            }
            """;
    private static final String BASIC =
            "Service.custom(\"ERP\").resourceServers(\"https://erp.example\").authentication(Basic.usernameAndPassword())";
    private static final String OAUTH =
            "Service.custom(\"CRM\").resourceServers(\"https://crm.example\").authentication(OAuth2.authorizationCode()"
                    + ".authorizationEndpoint(\"https://crm.example/a\").tokenEndpoint(\"https://crm.example/t\")"
                    + ".client(\"id\", secret))";
    private static final String STORE = """
            final class Store implements ConnectionStore {
                public Optional<Versioned> find(Key key) { return Optional.empty(); }
                public List<Versioned> list(Query query) { return List.of(); }
                public long count(Query query) { return 0; }
                public boolean write(Versioned next, long expectedVersion) { return false; }
                public boolean delete(Key key, long expectedVersion) { return false; }
                public Optional<Versioned> take(Key key) { return Optional.empty(); }
                public LeaseResult lease(Key key, long version, String owner, byte[] intent) { return null; }
                public Optional<Instant> earliestDue(Query query) { return Optional.empty(); }
                public List<String> tenants(String after, int limit) { return List.of(); }
                public Instant now() { return Instant.EPOCH; }
                %s
            }
            """;

    record Misuse(String name, String statement, String member, String meant, String meantMember, String complaint) {
        static Misuse of(String name, String statement, String meant, String complaint) {
            return new Misuse(name, statement, "", meant, "", complaint);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Misuse> misuses() {
        return Stream.concat(misusesOfConnections(), misusesOfDefinitions());
    }

    private static Stream<Misuse> misusesOfConnections() {
        return Stream.of(
                Misuse.of(
                        "redirect on a Basic connection",
                        "connections.shared(" + BASIC
                                + ".connection(\"ERP\")).authorize().begin(\"https://a.example/cb\");",
                        "connections.shared(" + OAUTH
                                + ".connection(\"CRM\")).authorize().begin(\"https://a.example/cb\");",
                        "method begin(java.lang.String)"),
                new Misuse(
                        "store without keys",
                        "Connections.builder().store(new Store());",
                        STORE.formatted(""),
                        "Connections.builder().store(new Store());",
                        STORE.formatted("public KeyProvider keys() { return null; }"),
                        "does not override abstract method keys()"),
                Misuse.of(
                        "database without keys",
                        "Connections.builder().store(dev.connections.store.JdbcConnectionStore.of(null));",
                        "Connections.builder().store(dev.connections.store.JdbcConnectionStore.of(null)"
                                + ".encryptedWith(null));",
                        "NeedsKeys cannot be converted to"),
                Misuse.of(
                        "per-user connection without subject",
                        "connections.perUser(" + BASIC + ".connection(\"ERP\")).credentialsFor(target);",
                        "connections.perUser(" + BASIC
                                + ".connection(\"ERP\")).forUser(Subject.of(\"alice\")).credentialsFor(target);",
                        "method credentialsFor(java.net.URI)"));
    }

    private static Stream<Misuse> misusesOfDefinitions() {
        return Stream.of(
                Misuse.of(
                        "custom service without resource servers",
                        "Service.custom(\"ERP\").authentication(Basic.usernameAndPassword());",
                        BASIC + ".name();",
                        "method authentication(dev.connections.Basic)"),
                Misuse.of(
                        "code grant without token endpoint",
                        "OAuth2.authorizationCode().authorizationEndpoint(\"https://crm.example/a\").client(\"id\", secret);",
                        OAUTH + ".name();",
                        "method client(java.lang.String,dev.connections.Secret)"),
                Misuse.of(
                        "String where Secret is due",
                        "new BasicCredential(\"svc\", \"password\");",
                        "new BasicCredential(\"svc\", secret);",
                        "java.lang.String cannot be converted to dev.connections.Secret"),
                Misuse.of(
                        "completion without session state",
                        "connections.shared(" + OAUTH + ".connection(\"CRM\")).authorize().complete(target);",
                        "connections.shared(" + OAUTH
                                + ".connection(\"CRM\")).authorize().complete(target, \"state\");",
                        "no suitable method found for complete(java.net.URI)"),
                Misuse.of(
                        "revoke through Connection",
                        "held.revoke();",
                        "connections.shared(" + BASIC + ".connection(\"ERP\")).revoke();",
                        "method revoke()"));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void doesNotCompile(Misuse misuse) {
        List<String> errors = errors(misuse.statement(), misuse.member());

        assertThat(errors).singleElement().asString().contains(misuse.complaint());
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void compilesAsItIsMeant(Misuse misuse) {
        assertThat(errors(misuse.meant(), misuse.meantMember())).isEmpty();
    }

    private static List<String> errors(String statement, String member) {
        var found = new DiagnosticCollector<JavaFileObject>();
        var source = new Source(FRAME.formatted(statement, member));
        List<String> options = List.of("-proc:none", "-implicit:none", "-d", System.getProperty("java.io.tmpdir"));
        var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, List.of(source));

        var unused = task.call();

        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getMessage(Locale.ROOT))
                .collect(Collectors.toList());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Sentence.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
