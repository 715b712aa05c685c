package dev.connections.examples.benchmarks.coldstart;

import dev.connections.examples.benchmarks.start.WithConnections;
import dev.connections.examples.benchmarks.start.WithNimbus;
import dev.connections.examples.benchmarks.start.WithOkHttp;
import dev.connections.examples.benchmarks.start.WithScribe;
import dev.connections.examples.benchmarks.start.WithSpring;
import java.util.regex.Pattern;

/** A program, and the parts of the class path it needs: nobody waits for the jars of another. */
public enum Program {
    FLOOR("floor", WithOkHttp.class, Libraries.OKHTTP),
    CONNECTIONS("connections", WithConnections.class, Libraries.OKHTTP + "|" + Libraries.SDK),
    SCRIBE("scribe", WithScribe.class, "scribejava|" + Libraries.JACKSON),
    NIMBUS("nimbus", WithNimbus.class, Libraries.NIMBUS),
    SPRING("spring", WithSpring.class, "spring-|micrometer-|commons-logging|jspecify|" + Libraries.JACKSON);

    private final String label;
    private final Class<?> main;
    private final Pattern libraries;

    private interface Libraries {
        String JACKSON = "jackson-";
        String OKHTTP = "okhttp-jvm|okio-jvm|kotlin-stdlib|annotations-13|" + JACKSON;
        String NIMBUS = "oauth2-oidc-sdk|nimbus-jose-jwt|json-smart|accessors-smart|asm-|lang-tag|content-type|jcip";
        String SDK = "connections-core|connections-oauth|slf4j-api|jspecify|" + NIMBUS;
    }

    Program(String label, Class<?> main, String libraries) {
        this.label = label;
        this.main = main;
        this.libraries = Pattern.compile("/(?:" + libraries + ")");
    }

    String label() {
        return label;
    }

    String mainClass() {
        return main.getName();
    }

    boolean needs(String pathEntry) {
        return libraries.matcher(pathEntry).find();
    }
}
