package dev.connections.internal.scan;

import dev.connections.spi.SourceReferences.Skipped.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reads a file as text, bounded and without following a link. */
final class SourceText {
    private static final int LARGEST = 1 << 20;

    private SourceText() {}

    /** Says why a file was not read. */
    static final class Unread extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Unread(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    static String read(Path file) throws Unread {
        return decoded(bytes(file));
    }

    private static byte[] bytes(Path file) throws Unread {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new Unread(Reason.UNREADABLE);
        }
        if (bytes.length > LARGEST) {
            throw new Unread(Reason.TOO_LARGE);
        }
        return bytes;
    }

    private static String decoded(byte[] bytes) throws Unread {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unread(Reason.NOT_TEXT);
        }
    }
}
