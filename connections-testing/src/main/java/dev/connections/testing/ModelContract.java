package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A store and a sorted map that go through the same random steps tell the same story. */
abstract class ModelContract extends BackOffContract {
    private static final int STEPS = 400;
    private static final List<String> NAMES =
            List.of(Index.CONNECTION, Index.SUBJECT, Index.ACCOUNT, Index.STATUS, Index.NAME, Index.EMAIL);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TreeMap<String, Versioned> model = new TreeMap<>();

    @RepeatedTest(6)
    void behavesLikeASortedMap(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        var random = new SplittableRandom(seed);
        for (int step = 0; step < STEPS; step++) {
            String id = "r" + random.nextInt(12);
            switch (random.nextInt(6)) {
                case 0 -> assertThat(deleted(id, random)).isTrue();
                case 1 ->
                    assertThat(store().take(key(id)).map(StoreFixture::text))
                            .isEqualTo(Optional.ofNullable(model.remove(id)).map(StoreFixture::text));
                default -> assertThat(written(id, step, random)).isTrue();
            }
            Query query = someQuery(random);
            List<Versioned> expected = matches(query);

            assertThat(ids(store().list(query)))
                    .as("seed %d, step %d, %s", seed, step, query)
                    .isEqualTo(ids(page(expected, query)));
            assertThat(store().count(query)).isEqualTo(expected.size());
        }
    }

    /** {@return whether store and model agree on the outcome} */
    private boolean deleted(String id, SplittableRandom random) {
        long version = versionInModel(id) + random.nextInt(2);
        boolean expected = version != 0 && version == versionInModel(id);
        if (expected) {
            model.remove(id);
        }
        return store().delete(key(id), version) == expected;
    }

    /** {@return whether store and model agree on the outcome} */
    private boolean written(String id, int step, SplittableRandom random) {
        long version = random.nextInt(4) == 0 ? random.nextInt(3) : versionInModel(id);
        boolean expected = version == versionInModel(id);
        Versioned next = record(id, version + 1, "step " + step, someIndex(random));
        if (expected) {
            model.put(id, next);
        }
        return store().write(next, version) == expected;
    }

    private long versionInModel(String id) {
        return model.containsKey(id) ? model.get(id).version() : 0;
    }

    private static Map<String, String> someIndex(SplittableRandom random) {
        Map<String, String> index = new HashMap<>();
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                index.put(name, "Value " + random.nextInt(3));
            }
        }
        index.put(Index.DUE, START.plusSeconds(random.nextInt(5)).toString());
        return index;
    }

    private static Query someQuery(SplittableRandom random) {
        Query query = Query.of(TENANT, ConnectionStore.Key.Kind.CREDENTIAL).withLimit(1 + random.nextInt(15));
        while (random.nextBoolean()) {
            query = query.withEqual(NAMES.get(random.nextInt(NAMES.size())), "Value " + random.nextInt(4));
        }
        query = random.nextInt(3) == 0 ? query.withContains("vAlUe " + random.nextInt(3)) : query;
        query = random.nextInt(3) == 0 ? query.withDueBefore(START.plusMillis(random.nextInt(5_000))) : query;
        return random.nextInt(3) == 0 ? query.withAfter("r" + random.nextInt(12)) : query;
    }

    private List<Versioned> matches(Query query) {
        return model.values().stream()
                .filter(record ->
                        record.index().entrySet().containsAll(query.equal().entrySet()))
                .filter(record -> query.contains()
                        .map(text -> searched(record)
                                .anyMatch(value ->
                                        value.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))))
                        .orElse(true))
                .filter(record -> query.dueBefore()
                        .map(Instant.parse(record.index().get(Index.DUE))::isBefore)
                        .orElse(true))
                .toList();
    }

    private static Stream<String> searched(Versioned record) {
        return Stream.of(Index.NAME, Index.EMAIL, Index.SUBJECT)
                .flatMap(name -> Stream.ofNullable(record.index().get(name)));
    }

    private static List<Versioned> page(List<Versioned> all, Query query) {
        return all.stream()
                .filter(record -> record.key().id().compareTo(query.after().orElse("")) > 0)
                .limit(query.limit())
                .toList();
    }
}
