package dev.connections.examples.backend;

import static dev.connections.examples.backend.RunningBackend.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people type is text on every page, never markup. */
class HostileNamesTest {
    private static final String SCRIPT = "</title><script>alert(1)</script>";
    private static final String ATTRIBUTE = "\" autofocus onfocus='alert(2)";

    @RegisterExtension
    final RunningBackend running = new RunningBackend();

    private Browser priya;

    @BeforeEach
    void declare() {
        var connections = running.backend().connections();
        var shared = connections.shared(
                running.service().service().connection(SCRIPT).withLinkName("helpdesk"));
        shared.addReference(new Reference(SCRIPT, ATTRIBUTE, ATTRIBUTE));
        var account = running.service().approve(shared, "alice@example.com").account();
        var unused = connections.rename(account.orElseThrow(), ATTRIBUTE);
        priya = running.browserOf(PRIYA);
    }

    @Test
    void showsNamesAsTheyWereTyped() {
        assertThat(priya.get("/connections").body())
                .contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&quot; autofocus onfocus=&#39;alert(2)");
    }

    @Test
    void letsNoNameBecomeMarkup() {
        for (String path : EveryPage.PATHS) {
            assertThat(priya.get(path).body())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("\" autofocus onfocus=");
        }
    }

    @Test
    void letsNoAddressBecomeMarkup() {
        assertThat(priya.get("/connections?search=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .contains("value=\"&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(priya.get("/connections/%22%3E%3Cscript%3Ealert(1)").body()).doesNotContain("<script>alert");
    }
}
