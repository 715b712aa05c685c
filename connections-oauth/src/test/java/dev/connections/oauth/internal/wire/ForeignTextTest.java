package dev.connections.oauth.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RELIABILITY F-T35. */
class ForeignTextTest {
    @Test
    void keepsOneLineWithoutControlAndBidirectionalCharacters() {
        String clean = ForeignText.clean("bad\r\nlevel=ERROR \u001b[31mroot\u202Egnp\u0000\u200B", List.of());

        assertThat(clean).isEqualTo("bad  level=ERROR [31mrootgnp");
    }

    @Test
    void replacesASecretThatTheServerEchoes() {
        String clean = ForeignText.clean("token 1//r3fr3sh is unknown", List.of(Secret.of("1//r3fr3sh")));

        assertThat(clean).isEqualTo("token [redacted] is unknown");
    }

    @Test
    void replacesASecretThatIsEchoedInItsEncodedForm() {
        String clean = ForeignText.clean("token=1%2F%2Fr3fr3sh", List.of(Secret.of("1//r3fr3sh")));

        assertThat(clean).isEqualTo("token=[redacted]");
    }

    @Test
    void replacesASecretThatHidesBehindInvisibleCharacters() {
        String clean = ForeignText.clean("r3\u200Bfr3sh", List.of(Secret.of("r3fr3sh")));

        assertThat(clean).isEqualTo("[redacted]");
    }

    @Test
    void replacesASecretThatTheCutWouldSplit() {
        String clean = ForeignText.clean("x".repeat(195) + "r3fr3sh-t0ken", List.of(Secret.of("r3fr3sh-t0ken")));

        assertThat(clean).endsWith("x[reda").hasSize(ForeignText.LONGEST);
    }

    @Test
    void cutsAMegabyteAt200Characters() {
        assertThat(ForeignText.clean("x".repeat(1 << 20), List.of())).hasSize(200);
    }

    @Test
    void neverCutsThroughACharacter() {
        String clean = ForeignText.clean("x".repeat(199) + "😀", List.of());

        assertThat(clean).isEqualTo("x".repeat(199));
    }
}
