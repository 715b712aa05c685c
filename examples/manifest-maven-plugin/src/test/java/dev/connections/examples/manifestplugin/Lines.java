package dev.connections.examples.manifestplugin;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what a goal says. */
final class Lines extends SystemStreamLog {
    private final List<String> all = new ArrayList<>();

    List<String> all() {
        return List.copyOf(all);
    }

    @Override
    public void info(CharSequence content) {
        all.add(content.toString());
    }

    @Override
    public void error(CharSequence content) {
        all.add(content.toString());
    }
}
