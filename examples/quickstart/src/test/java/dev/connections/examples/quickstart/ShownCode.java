package dev.connections.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

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
