package dev.connections.http;

import dev.connections.internal.http.Part;
import java.util.List;

/** Where a test's credential travels. Its value is {@code s3cr3t-canary-<version>}. */
record Worn(List<Part> headers, List<Part> query, List<Part> form, List<Part> cookies) {
    static final String CANARY = "s3cr3t-canary-";

    static Worn header(String name, String value) {
        return new Worn(List.of(new Part(name, value)), List.of(), List.of(), List.of());
    }

    static Worn query(String name, String value) {
        return new Worn(List.of(), List.of(new Part(name, value)), List.of(), List.of());
    }

    static Worn form(String name, String value) {
        return new Worn(List.of(), List.of(), List.of(new Part(name, value)), List.of());
    }

    static Worn cookie(String name, String value) {
        return new Worn(List.of(), List.of(), List.of(), List.of(new Part(name, value)));
    }

    static Worn bearer(int version) {
        return header("Authorization", "Bearer " + CANARY + version);
    }
}
