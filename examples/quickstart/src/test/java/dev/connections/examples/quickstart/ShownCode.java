package dev.connections.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.RedirectFlow;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles code that a document shows. */
final class ShownCode {
    private ShownCode() {}

    /** Puts the mock service in place of Acme, and values in place of environment variables. */
    static String onLoopback(String code, MockService<RedirectFlow> mock) {
        return code.replaceAll("Secret\\.fromEnvironment\\((\"\\w+\")\\)", "Secret.of($1)")
                .replace(
                        "Service.custom(\"Acme Helpdesk\")",
                        "Service.custom(\"Acme Helpdesk\").withPlainHttpForLoopbackTestsOnly()")
                .replace("OAuth2.authorizationCode()", "OAuth2.authorizationCode().withPlainHttpForLoopbackTestsOnly()")
                .replace(
                        "https://acme.example/oauth/authorize",
                        mock.endpoint(Endpoint.AUTHORIZATION).toString())
                .replace(
                        "https://acme.example/oauth/token",
                        mock.endpoint(Endpoint.TOKEN).toString())
                .replace("https://api.acme.example", mock.resource("").toString())
                .replace("\"client-id\"", "\"" + mock.clientId() + "\"")
                .replace(
                        "Secret.of(\"ACME_CLIENT_SECRET\")",
                        "Secret.of(\"" + mock.clientSecret().reveal() + "\")");
    }

    /** Compiles a source with the public class {@code Shown} into a folder and loads it. */
    static Class<?> compiled(String source, Path folder) throws IOException, ClassNotFoundException {
        var said = new StringWriter();
        var file = new SimpleJavaFileObject(URI.create("string:///Shown.java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options = List.of("-proc:none", "-d", folder.toString());
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(said, null, null, options, null, List.of(file))
                .call();
        assertThat(compiled).as(said + source).isTrue();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, ShownCode.class.getClassLoader())
                .loadClass("Shown");
    }
}
