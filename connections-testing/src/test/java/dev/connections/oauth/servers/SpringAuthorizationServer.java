package dev.connections.oauth.servers;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Spring Authorization Server in this JVM, on a free loopback port.
 *
 * <p>The server is a chain of servlet filters, so a bare Tomcat with that chain in front of a servlet that finds
 * nothing is all it needs.
 */
final class SpringAuthorizationServer implements AuthorizationServer {
    private static final Logger TALKATIVE = Logger.getLogger("org.apache.tomcat.util.net");

    private final Path work;
    private final Tomcat tomcat;
    private final AnnotationConfigApplicationContext beans;

    private SpringAuthorizationServer(Path work, Class<?>... configuration) {
        this.work = work;
        this.beans = new AnnotationConfigApplicationContext(configuration);
        this.tomcat = tomcat(work, beans.getBean("springSecurityFilterChain", Filter.class));
    }

    static SpringAuthorizationServer start() {
        return start(SpringServerConfiguration.class);
    }

    /** Starts a server that also speaks OpenID Connect, with keys that {@link SpringSigningKeys} can rotate. */
    static SpringAuthorizationServer startWithOpenId() {
        return start(SpringServerConfiguration.class, SpringSigningKeys.class);
    }

    /** Starts a server that speaks TLS alone, and asks for a client's certificate without insisting on one. */
    static SpringAuthorizationServer startWithTls(Authority authority) {
        SpringAuthorizationServer server = create(SpringServerConfiguration.class, SpringSigningKeys.class);
        var port = server.tomcat.getConnector();
        port.setScheme("https");
        port.setSecure(true);
        port.setProperty("SSLEnabled", "true");
        port.addSslHostConfig(tls(authority));
        return server.started();
    }

    private static SSLHostConfig tls(Authority authority) {
        var tls = new SSLHostConfig();
        tls.setCertificateVerification("optional");
        tls.setProtocols("TLSv1.2"); // Tomcat warns that nobody can be asked later in 1.3
        TALKATIVE.setLevel(Level.WARNING);
        tls.setTruststoreFile(authority.trusted().toString());
        tls.setTruststorePassword(Authority.PASSWORD);
        tls.setTruststoreType("PKCS12");
        var certificate = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.EC);
        certificate.setCertificateFile(authority.serverCertificate().toString());
        certificate.setCertificateKeyFile(authority.serverKey().toString());
        tls.addCertificate(certificate);
        return tls;
    }

    private static SpringAuthorizationServer start(Class<?>... configuration) {
        return create(configuration).started();
    }

    private static SpringAuthorizationServer create(Class<?>... configuration) {
        try {
            return new SpringAuthorizationServer(Files.createTempDirectory("authorization-server"), configuration);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private SpringAuthorizationServer started() {
        try {
            tomcat.start();
            return this;
        } catch (LifecycleException failure) {
            throw new IllegalStateException("the embedded authorization server does not start", failure);
        }
    }

    private static Tomcat tomcat(Path work, Filter security) {
        var tomcat = new Tomcat();
        tomcat.setSilent(true);
        tomcat.setBaseDir(work.toString());
        tomcat.setPort(0);
        tomcat.getConnector()
                .setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        var context = (StandardContext) tomcat.addContext("", work.toString());
        context.setClearReferencesThreadLocals(false); // looking for leaks needs packages that Java keeps closed
        context.setClearReferencesRmiTargets(false);
        Tomcat.addServlet(context, "nothing", new Nothing());
        context.addServletMappingDecoded("/", "nothing");
        Tomcat.addServlet(context, "leads", new Leads());
        context.addServletMappingDecoded(SpringSigningKeys.LEADS, "leads");
        addFilter(context, security);
        return tomcat;
    }

    private static void addFilter(Context context, Filter filter) {
        var definition = new FilterDef();
        definition.setFilterName("security");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        var mapping = new FilterMap();
        mapping.setFilterName("security");
        mapping.addURLPattern("/*");
        context.addFilterMap(mapping);
    }

    /** Signs ID tokens with another key from now on, and publishes that key alone. */
    void rotateSigningKey() {
        beans.getBean(SpringSigningKeys.class).rotate();
    }

    @Override
    public String issuer() {
        return tomcat.getConnector().getScheme() + "://127.0.0.1:"
                + tomcat.getConnector().getLocalPort();
    }

    @Override
    public URI authorizationEndpoint() {
        return URI.create(issuer() + "/oauth2/authorize");
    }

    @Override
    public URI tokenEndpoint() {
        return URI.create(issuer() + "/oauth2/token");
    }

    @Override
    public URI revocationEndpoint() {
        return URI.create(issuer() + "/oauth2/revoke");
    }

    @Override
    public URI introspectionEndpoint() {
        return URI.create(issuer() + "/oauth2/introspect");
    }

    @Override
    public URI userInfoEndpoint() {
        return URI.create(issuer() + "/userinfo");
    }

    @Override
    public URI pushedAuthorizationRequestEndpoint() {
        return URI.create(issuer() + "/oauth2/par");
    }

    @Override
    public URI provenResource() {
        return URI.create(issuer() + SpringSigningKeys.LEADS);
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            beans.close();
            FileSystemUtils.deleteRecursively(work);
        } catch (LifecycleException failure) {
            throw new IllegalStateException("the embedded authorization server does not stop", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Behind the filter that wants a token. */
    private static final class Leads extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(request.getUserPrincipal().getName() + " reads the leads");
        }
    }

    /** What no filter answered does not exist. */
    private static final class Nothing extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
