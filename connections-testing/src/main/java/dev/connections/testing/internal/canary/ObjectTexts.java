package dev.connections.testing.internal.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every text an object may leave behind: its own, that of its causes, its serialized form, and what a file holds. */
final class ObjectTexts {
    private ObjectTexts() {}

    /** Returns the texts by where they were found. */
    static Map<String, String> of(Object object) {
        var texts = new LinkedHashMap<String, String>();
        String type = object.getClass().getName();
        texts.put("the text of a " + type, String.valueOf(object));
        if (object instanceof Throwable failure) {
            texts.put("the messages of a " + type, messages(failure));
        }
        if (object instanceof Path path) {
            texts.putAll(files(path));
        }
        serialized(object).ifPresent(text -> texts.put("the serialized form of a " + type, text));
        return texts;
    }

    private static String messages(Throwable failure) {
        var text = new StringBuilder();
        collect(failure, text, Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void collect(Throwable failure, StringBuilder text, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return;
        }
        text.append(failure).append('\n').append(failure.getMessage()).append('\n');
        if (failure.getCause() != null) {
            collect(failure.getCause(), text, seen);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            collect(suppressed, text, seen);
        }
    }

    private static Map<String, String> files(Path path) {
        var texts = new LinkedHashMap<String, String>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put("the file " + file.getFileName(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Empty for what cannot be serialized; most objects cannot. */
    private static Optional<String> serialized(Object object) {
        if (!(object instanceof Serializable)) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(bytes.toString(StandardCharsets.ISO_8859_1));
    }
}
