package dev.connections.oauth.internal.loopback;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command that opens an address, without a shell: a fixed program with the address as its last argument.
 *
 * @param openers the commands to choose from, each with its program's absolute path first; the first that is there is used
 */
public record BrowserCommand(List<List<String>> openers) {
    private static final int LONGEST_ADDRESS = 16 * 1024;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");
    private static final String HARMLESS =
            "-._~:/?#[]@&+,=%"; // beside letters and digits; no sign of any shell but "&"

    /** Returns the command of this system. */
    public static BrowserCommand system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return new BrowserCommand(List.of(List.of("/usr/bin/open")));
        }
        if (name.startsWith("windows")) {
            String root = System.getenv().getOrDefault("SystemRoot", "C:\\Windows");
            return new BrowserCommand(
                    List.of(List.of(root + "\\System32\\rundll32.exe", "url.dll,FileProtocolHandler")));
        }
        return new BrowserCommand(Stream.of("/usr/bin", "/usr/local/bin", "/bin")
                .map(directory -> List.of(directory + "/xdg-open"))
                .toList());
    }

    /** Opens an address. */
    public void open(URI address) {
        String argument = argument(address);
        List<String> command = openers.stream()
                .filter(opener -> Files.isExecutable(Path.of(opener.get(0))))
                .findFirst()
                .orElseThrow(BrowserCommand::unavailable);
        var all = new ArrayList<>(command);
        all.add(argument);
        try {
            Process unused = new ProcessBuilder(all)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException refused) { // its message holds the command, and that the state
            throw unavailable();
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    /** Returns the address as the opener gets it: every sign that means something to anybody but a browser is encoded. */
    static String argument(URI address) {
        boolean secure = "https".equals(address.getScheme());
        boolean loopback = "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
        String text = address.toASCIIString();
        if ((!secure && !loopback)
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || text.length() > LONGEST_ADDRESS) {
            throw new ConnectionSecurityException(
                    "address_not_for_browsers",
                    "only an https address, or http on 127.0.0.1, is given to the system's browser, and this is none; check"
                            + " the endpoints of the definition or of the issuer's metadata",
                    null);
        }
        var encoded = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
            boolean harmless = Character.isLetterOrDigit(each) || HARMLESS.indexOf(each) >= 0;
            encoded.append(harmless ? String.valueOf((char) each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        return encoded.toString();
    }

    private static ConnectionConfigurationException unavailable() {
        return new ConnectionConfigurationException(
                "browser_unavailable",
                "no browser can be opened here; show the person the address of the authorization request instead",
                null);
    }
}
