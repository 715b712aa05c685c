package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.internal.definition.ServerFormat;
import dev.connections.oauth.internal.json.JsonDocument;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import dev.connections.oauth.internal.wire.ForeignText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A device code and what to show of it. Prints no code.
 *
 * @param deviceCode what the client polls with
 * @param userCode what the user types
 * @param verificationUri where
 * @param verificationUriComplete where, with the code filled in
 * @param lifetime how long both codes work
 * @param interval the least time between two polls
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.2">RFC 8628, section 3.2</a>
 */
record DeviceAnswer(
        Secret deviceCode,
        String userCode,
        URI verificationUri,
        Optional<URI> verificationUriComplete,
        Duration lifetime,
        Duration interval) {
    private static final int LONGEST_CODE = 4 * 1024;
    private static final long DEFAULT_LIFETIME = 600; // the RFC has none: it wants the member
    private static final long LONGEST_LIFETIME = 86_400;
    private static final long DEFAULT_INTERVAL = 5; // section 3.2
    private static final long LONGEST_INTERVAL = 60;

    private static final Places PLACES = new Places();
    private static final int DEVICE_CODE = PLACES.want("device_code");
    private static final int USER_CODE = PLACES.want("user_code");
    private static final int URI_MEMBER = PLACES.want("verification_uri");
    private static final int URL_MEMBER = PLACES.want("verification_url"); // seen: Google, 2026
    private static final int COMPLETE = PLACES.want("verification_uri_complete");
    private static final int EXPIRES_IN = PLACES.want("expires_in");
    private static final int INTERVAL = PLACES.want("interval");

    /** Reads an answer; empty if a device could not go on with it. */
    static Optional<DeviceAnswer> read(byte[] body, boolean plainHttp) {
        Values values = PLACES.newValues();
        try {
            JsonDocument.read(body, 0, PLACES, values);
        } catch (IOException broken) {
            return Optional.empty();
        }
        String code = values.text(DEVICE_CODE);
        String shown = ForeignText.clean(values.text(USER_CODE), List.of());
        Optional<URI> page =
                values.given(URI_MEMBER).or(() -> values.given(URL_MEMBER)).flatMap(text -> page(text, plainHttp));
        return isUsable(code) && !shown.isEmpty() && page.isPresent()
                ? Optional.of(new DeviceAnswer(
                        Secret.of(code),
                        shown,
                        page.get(),
                        values.given(COMPLETE).flatMap(text -> page(text, plainHttp)),
                        seconds(values.text(EXPIRES_IN), DEFAULT_LIFETIME, LONGEST_LIFETIME),
                        seconds(values.text(INTERVAL), DEFAULT_INTERVAL, LONGEST_INTERVAL)))
                : Optional.empty();
    }

    private static boolean isUsable(String code) {
        return !code.isBlank() && code.length() <= LONGEST_CODE && !code.matches("\\*+");
    }

    /** A user is sent there: what is not https is nowhere. */
    private static Optional<URI> page(String text, boolean plainHttp) {
        try {
            return Optional.of(ServerFormat.endpoint(text, "verification URI", plainHttp));
        } catch (ConnectionConfigurationException unusable) {
            return Optional.empty();
        }
    }

    /** Reads what servers write as a number or a text; anything else counts as absent. */
    private static Duration seconds(String digits, long absent, long longest) {
        boolean number = digits.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
        long seconds = number ? Long.parseLong(digits.split("\\.", 2)[0]) : digits.matches("[0-9]+") ? longest : absent;
        return Duration.ofSeconds(Math.max(1, Math.min(longest, seconds)));
    }

    @Override
    public String toString() {
        return "DeviceAnswer[" + lifetime + "]";
    }
}
