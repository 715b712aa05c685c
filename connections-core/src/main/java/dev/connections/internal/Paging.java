package dev.connections.internal;

import java.util.List;
import java.util.stream.Stream;

/** Pages of what is found. */
final class Paging {
    private static final int MOST = 1_000;

    private Paging() {}

    static <T> List<T> page(Stream<T> all, int number, int size) {
        if (number < 0) {
            throw new IllegalArgumentException("pages are numbered from 0, so there is none " + number);
        }
        return all.skip((long) number * checked(size)).limit(size).toList();
    }

    /** Checks how many are asked for at once. */
    static int checked(int size) {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("a page holds 1 to " + MOST + ", not " + size);
        }
        return size;
    }
}
