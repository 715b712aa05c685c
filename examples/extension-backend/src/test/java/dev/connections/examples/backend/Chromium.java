package dev.connections.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.connections.testing.SecretCanary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The Chromium of this machine, with a fresh profile for each test; without one the tests are skipped and say so. */
final class Chromium implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");

    /** Every rule of WCAG 2.1, levels A and AA, and axe's best practices; one line for each violation. */
    private static final String RUN_AXE = """
            async () => {
              const result = await axe.run(document, {resultTypes: ['violations']});
              return result.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html).join(' '));
            }""";

    private Playwright playwright;
    private Browser browser;
    private BrowserContext profile;
    private Page page;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<Path> executable = executable();
        assumeTrue(executable.isPresent(), "no Chromium is installed: one of " + NAMES + " must be on the path");
        Files.createDirectories(SCREENSHOTS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options = new LaunchOptions().setExecutablePath(executable.get());
        // Chromium refuses its sandbox to root, which test machines often are.
        browser = playwright
                .chromium()
                .launch(
                        System.getProperty("user.name").equals("root")
                                ? options.setArgs(List.of("--no-sandbox"))
                                : options);
    }

    private static Optional<Path> executable() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        open(new Browser.NewContextOptions().setViewportSize(1_200, 800));
    }

    /** Replaces the profile by another one. */
    Page open(Browser.NewContextOptions options) {
        if (profile != null) {
            profile.close();
        }
        profile = browser.newContext(options);
        page = profile.newPage();
        return page;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        profile.close();
        profile = null;
    }

    Page page() {
        return page;
    }

    BrowserContext profile() {
        return profile;
    }

    /** Keeps a picture of the page, and holds it to be open to everybody and to show no secret. */
    void look(String name) {
        byte[] unused = page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
        SecretCanary.hear(page.content());
        assertThat(barriers()).as("axe on " + name).isEmpty();
    }

    /** What axe finds on the page. */
    List<?> barriers() {
        page.evaluate(AXE);
        return (List<?>) page.evaluate(RUN_AXE);
    }

    /** Presses Tab until the element of this accessible name has the focus, then Enter. */
    void tabToAndEnter(String name) {
        for (int presses = 0; presses < 100; presses++) {
            page.keyboard().press("Tab");
            if (name.equals(focused())) {
                page.evaluate("window.former = true");
                page.keyboard().press("Enter");
                var unused = page.waitForFunction("() => !window.former && document.readyState === 'complete'");
                return;
            }
        }
        throw new AssertionError("the Tab key never reaches \"" + name + "\" on " + page.title());
    }

    private Object focused() {
        return page.evaluate("document.activeElement?.ariaLabel || document.activeElement?.innerText");
    }

    private static String resource(String path) {
        try (InputStream in = Chromium.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
