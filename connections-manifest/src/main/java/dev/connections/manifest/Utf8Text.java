package dev.connections.manifest;

import dev.connections.manifest.PluginManifest.ReadLimits;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Position;
import dev.connections.manifest.internal.json.Positions;
import dev.connections.manifest.internal.json.Utf8;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes only text that is UTF-8 to the byte; anything else would be written back as something else. */
final class Utf8Text {
    private Utf8Text() {}

    /** Reads bytes as a document. */
    static Document document(String label, byte[] content, ReadLimits limits) {
        int fault = Utf8.firstFault(content);
        if (Utf8.looksWide(content)) {
            throw new ManifestException(
                    "not_utf8", label + " looks like UTF-16 or UTF-32; save it as UTF-8 and read it again", null);
        }
        if (fault != Utf8.NO_FAULT) {
            Position position = new Positions(content).at(fault);
            throw new ManifestException(
                    "not_utf8",
                    label + " is not UTF-8 at byte " + fault + " (" + position
                            + String.format(", byte value %02X)", content[fault] & 0xFF)
                            + "; save it as UTF-8 and read it again",
                    null);
        }
        return Document.scan(content, limits.maxDepth());
    }

    /** The bytes of a string that is text: no half of a character pair stands alone. */
    static byte[] bytes(String label, String text, ReadLimits limits) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] content = new byte[encoded.remaining()];
            encoded.get(content);
            if (content.length > limits.maxBytes()) {
                throw new ManifestException(
                        "too_large",
                        label + " is larger than " + limits.maxBytes() + " bytes; check that it is a plugin manifest",
                        null);
            }
            return content;
        } catch (CharacterCodingException lone) {
            throw new ManifestException(
                    "not_utf8",
                    label
                            + " holds half a character (a surrogate without its partner); decode it from UTF-8 bytes again",
                    lone);
        }
    }
}
