package dev.connections.examples.benchmarks.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every benchmark of what is at rest gives what it is timed for. */
class RestTest {
    private final SealedRecord record = new SealedRecord();

    @Test
    void sealsARecordOfTwoKilobytesWithEach() throws Exception {
        assertThat(SealedRecord.DOCUMENT).hasSize(2_000);
        assertThat(record.open(record.seal())).isEqualTo(SealedRecord.DOCUMENT);
        assertThat(record.openByHand(record.sealByHand())).isEqualTo(SealedRecord.DOCUMENT);
        assertThat(record.openWithTink(record.sealWithTink())).isEqualTo(SealedRecord.DOCUMENT);
    }

    @Test
    void sealsAnewEachTime() throws Exception {
        var seal = new SealRecord();

        assertThat(seal.connections()).isNotEqualTo(seal.connections());
        assertThat(seal.floor()).isNotEqualTo(seal.floor());
        assertThat(seal.tink()).isNotEqualTo(seal.tink());
        assertThat(seal.oneKey()).isNotEqualTo(seal.oneKey());
    }

    @Test
    void opensTheSameRecordWithEach() throws Exception {
        var open = new OpenRecord();

        assertThat(open.connections()).isEqualTo(SealedRecord.DOCUMENT);
        assertThat(open.floor()).isEqualTo(SealedRecord.DOCUMENT);
        assertThat(open.tink()).isEqualTo(SealedRecord.DOCUMENT);
        assertThat(open.oneKey()).isEqualTo(SealedRecord.DOCUMENT);
    }

    @Test
    void writesARecordEachTime() throws IOException {
        var write = new FileWrite();

        assertThat(write.connections()).isTrue();
        assertThat(write.connectionsWithoutIntent()).isTrue();
        assertThat(write.connections()).isTrue();
        assertThat(write.floor()).isEqualTo(write.floor() / 2);
        write.close();
    }
}
