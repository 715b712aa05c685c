package dev.connections.internal.scan;

import dev.connections.Reference;
import dev.connections.internal.scan.SourceText.Unread;
import dev.connections.spi.SourceReferences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds link names in source files. */
public record Sources(String application, List<Form> forms, List<Glob> ignored, Optional<Consumer<Skipped>> report)
        implements SourceReferences {
    private static final String DELUGE = "*.{dg,deluge,ds}";
    private static final String JAVASCRIPT = "*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,html,htm,vue,svelte}";
    private static final List<Glob> IGNORED =
            Stream.of("node_modules", ".git", "target", "dist").map(Glob::of).toList();

    /** What is looked for in which files. */
    record Form(Glob files, Finder finder) {}

    /** Copies the lists. */
    public Sources {
        application = new Reference(application, "", "").application();
        forms = List.copyOf(forms);
        ignored = List.copyOf(ignored);
    }

    /** A scanner that looks for nothing yet. */
    public static SourceReferences bare(String application) {
        return new Sources(application, List.of(), IGNORED, Optional.empty());
    }

    /** A scanner for Deluge and JavaScript. */
    public static SourceReferences ready(String application) {
        return bare(application)
                .withFinder(DELUGE, CallFinder.of("connection:"))
                .withFinder(
                        JAVASCRIPT,
                        CallFinder.of("connectionLinkName:", "\"connectionLinkName\":", "connectionLinkName="));
    }

    @Override
    public SourceReferences withCalls(String files, String before) {
        return withFinder(files, CallFinder.of(before));
    }

    @Override
    public SourceReferences withPattern(String files, Pattern pattern) {
        return withFinder(files, new PatternFinder(pattern));
    }

    @Override
    public SourceReferences withFinder(String files, Finder finder) {
        return new Sources(application, with(forms, new Form(Glob.of(files), finder)), ignored, report);
    }

    @Override
    public SourceReferences withIgnored(String... globs) {
        List<Glob> all =
                Stream.concat(ignored.stream(), Stream.of(globs).map(Glob::of)).toList();
        return new Sources(application, forms, all, report);
    }

    @Override
    public SourceReferences withReport(Consumer<Skipped> told) {
        return new Sources(application, forms, ignored, Optional.of(told));
    }

    private static <T> List<T> with(List<T> all, T next) {
        var longer = new ArrayList<>(all);
        longer.add(next);
        return longer;
    }

    @Override
    public Map<String, List<Reference>> scan(Path root) {
        Path folder = Walk.root(root);
        var places = new Places(application);
        var skips = new Skips(report);
        for (Path file : Walk.files(folder, ignored, skips)) {
            Path relative = folder.relativize(file);
            List<Finder> finders = forms.stream()
                    .filter(form -> form.files().matches(relative))
                    .map(Form::finder)
                    .toList();
            if (!finders.isEmpty()) {
                scan(new SourceFile(Walk.relative(folder, file), file, finders), places, skips);
            }
        }
        skips.warn();
        return places.all();
    }

    /** A file and what is looked for in it. */
    private record SourceFile(String name, Path path, List<Finder> finders) {}

    private static void scan(SourceFile file, Places places, Skips skips) {
        try {
            places.add(file.name(), SourceText.read(file.path()), file.finders());
        } catch (Unread unread) {
            skips.accept(new Skipped(file.name(), unread.reason()));
        } catch (IllegalArgumentException e) { // the finder's word for a file that is not what its name says
            skips.accept(new Skipped(file.name(), Skipped.Reason.NOT_UNDERSTOOD));
        }
    }
}
