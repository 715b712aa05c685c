package dev.connections.examples.backend.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    @Test
    void escapesTexts() {
        assertThat(Tags.p("<b>&\"'</b>")).hasToString("<p>&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;</p>");
    }

    @Test
    void escapesAttributeValues() {
        assertThat(Element.of("input").with("value", "\"><script>"))
                .hasToString("<input value=\"&quot;&gt;&lt;script&gt;\">");
    }

    @Test
    void dropsControlCharacters() {
        assertThat(Tags.p("a\u0000b\u001bc\nd")).hasToString("<p>abc\nd</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " javascript:alert(1)",
                "//evil.example",
                "data:text/html,x",
                "",
                "JAVASCRIPT:x"
            })
    void refusesLinksThatRunCodeOrLeaveTheSiteUnseen(String target) {
        assertThatThrownBy(() -> Tags.link(target, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leads nowhere safe");
    }

    @Test
    void refusesHandlersAndStyles() {
        assertThatThrownBy(() -> Element.of("p").with("onclick", "x")).hasMessageContaining("put that into a file");
        assertThatThrownBy(() -> Element.of("p").with("style", "x")).hasMessageContaining("put that into a file");
    }

    @Test
    void refusesNamesThatAreMarkup() {
        assertThatThrownBy(() -> Element.of("p><script")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Element.of("p").with("a b", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
