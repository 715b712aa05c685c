package dev.connections.oauth.internal.computed;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One part of a formula. Immutable. */
sealed interface Part {
    /** Returns what it comes to; empty where a variable of it has no value. */
    Optional<Octets> value(Known known);

    /** Tells whether it comes to a text, which bytes of a digest are not. */
    boolean isText();

    /** Returns the variables in it. */
    Stream<String> variables();

    /** Returns the variables whose value can be read from what it comes to. */
    Stream<String> shown();

    /** A fixed text. */
    record Literal(String text) implements Part {
        @Override
        public Optional<Octets> value(Known known) {
            return Optional.of(Octets.of(text));
        }

        @Override
        public boolean isText() {
            return true;
        }

        @Override
        public Stream<String> variables() {
            return Stream.empty();
        }

        @Override
        public Stream<String> shown() {
            return Stream.empty();
        }
    }

    /** What the request knows under a name. */
    record Variable(String name) implements Part {
        @Override
        public Optional<Octets> value(Known known) {
            return known.value(name).map(Octets::of);
        }

        @Override
        public boolean isText() {
            return true;
        }

        @Override
        public Stream<String> variables() {
            return Stream.of(name);
        }

        @Override
        public Stream<String> shown() {
            return variables();
        }
    }

    /** Texts, one after the other. */
    record Sum(List<Part> parts) implements Part {
        @Override
        public Optional<Octets> value(Known known) {
            var bytes = new ByteArrayOutputStream();
            for (Part part : parts) {
                Optional<Octets> value = part.value(known);
                if (value.isEmpty()) {
                    return value;
                }
                bytes.writeBytes(value.get().bytes());
            }
            return Optional.of(new Octets(bytes.toByteArray()));
        }

        @Override
        public boolean isText() {
            return parts.stream().allMatch(Part::isText);
        }

        @Override
        public Stream<String> variables() {
            return parts.stream().flatMap(Part::variables);
        }

        @Override
        public Stream<String> shown() {
            return parts.stream().flatMap(Part::shown);
        }
    }

    /** A function of parts. */
    record Call(Function function, List<Part> arguments) implements Part {
        @Override
        public Optional<Octets> value(Known known) {
            List<Optional<Octets>> values =
                    arguments.stream().map(part -> part.value(known)).toList();
            return values.stream().allMatch(Optional::isPresent)
                    ? Optional.of(function.of(values.stream().map(Optional::get).toList(), known))
                    : Optional.empty();
        }

        @Override
        public boolean isText() {
            return function.makesText();
        }

        @Override
        public Stream<String> variables() {
            return arguments.stream().flatMap(Part::variables);
        }

        @Override
        public Stream<String> shown() {
            return function.shows(arguments).flatMap(Part::shown);
        }
    }
}
