package dev.connections.catalog.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An entry of the data file, and the bytes it stands in. */
record WrittenEntry(Blueprint blueprint, int offset, int length) {
    static List<WrittenEntry> all(byte[] data) throws IOException {
        var entries = new ArrayList<WrittenEntry>();
        try (JsonParser parser = new JsonFactory().createParser(data)) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                // the members before the services
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                int offset = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                int end = (int) parser.currentTokenLocation().getByteOffset() + 1;
                entries.add(entry(data, offset, end - offset));
            }
        }
        return entries;
    }

    private static WrittenEntry entry(byte[] data, int offset, int length) {
        byte[] bytes = Arrays.copyOfRange(data, offset, offset + length);
        var source = new Source("services.json at byte " + offset);
        return new WrittenEntry(new BlueprintReader(source).read(JsonTree.read(bytes, source)), offset, length);
    }
}
