package dev.connections.internal.scan;

import dev.connections.spi.SourceReferences.Finder;
import dev.connections.spi.SourceReferences.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds strings behind given code. */
record CallFinder(List<Prefix> prefixes) implements Finder {
    static CallFinder of(String... before) {
        return new CallFinder(Stream.of(before).map(Prefix::new).toList());
    }

    @Override
    public List<Occurrence> find(String file, String text) {
        var calls = new Calls();
        Syntax.of(file).read(text, calls);
        calls.apart();
        return calls.found;
    }

    /** Confined to one call. */
    private final class Calls implements SourceParts {
        private final List<Occurrence> found = new ArrayList<>();
        private final Squeezed before = new Squeezed();
        /** A literal that counts unless the code behind makes another string of it. */
        private Optional<Occurrence> pending = Optional.empty();

        @Override
        public void code(char c) {
            if (!Squeezed.blank(c)) {
                settle(c != '+' && c != '.');
            }
            before.add(c);
        }

        private void settle(boolean counts) {
            pending.filter(literal -> counts).ifPresent(found::add);
            pending = Optional.empty();
        }

        @Override
        public void literal(int start, String value) {
            settle(true);
            if (prefixes.stream().anyMatch(prefix -> prefix.ends(before.tail()))) {
                pending = Optional.of(new Occurrence(value, start));
            }
            before.add('"' + value.replace('"', '\'') + '"');
        }

        @Override
        public void dynamic() {
            settle(true);
            before.add('"');
        }

        @Override
        public void comment(int from, int to) {
            before.gap();
        }

        @Override
        public void apart() {
            settle(true);
            before.clear();
        }
    }
}
