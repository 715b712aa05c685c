package dev.connections.internal.scan;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.definition.Texts;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Paths below a root: by name alone where the glob has no slash. */
record Glob(boolean nameOnly, List<PathMatcher> matchers) {
    private static final String ANY_FOLDERS = "**/";

    static Glob of(String glob) {
        String below = glob.startsWith(ANY_FOLDERS) ? glob.substring(ANY_FOLDERS.length()) : glob;
        try {
            return new Glob(
                    glob.indexOf('/') < 0,
                    Stream.of(glob, below).distinct().map(Glob::matcher).toList());
        } catch (PatternSyntaxException e) {
            throw malformed(glob, e);
        }
    }

    private static PathMatcher matcher(String glob) {
        if (glob.isBlank()) {
            throw new PatternSyntaxException("it is blank", glob, -1);
        }
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    private static ConnectionConfigurationException malformed(String glob, PatternSyntaxException e) {
        return new ConnectionConfigurationException(
                "glob_malformed",
                "the glob \"" + Texts.clean(glob) + "\" cannot be used (" + Texts.clean(e.getDescription())
                        + "); write one such as \"*.py\" or \"generated/**\"",
                e);
    }

    boolean matches(Path relative) {
        Path subject = nameOnly ? relative.getFileName() : relative;
        return matchers.stream().anyMatch(matcher -> matcher.matches(subject));
    }
}
