package dev.connections.internal.strategy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.definition.HeaderRules;
import dev.connections.internal.http.Part;
import dev.connections.internal.http.RequestTarget;
import dev.connections.spi.OutgoingRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records what a strategy writes, and whether it looked at the request while doing so. Confined to one thread. */
public final class RecordedRequest implements OutgoingRequest {
    private final RequestTarget target;
    private final Clock clock;
    private final Map<String, String> captured;
    private final List<Part> headers = new ArrayList<>(2);
    private final List<Part> query = new ArrayList<>(0);
    private final List<Part> form = new ArrayList<>(0);
    private final List<Part> cookies = new ArrayList<>(0);
    private boolean looked;
    private boolean lookedAtBody;

    /** Begins the recording of one application. */
    public RecordedRequest(RequestTarget target, Clock clock, Map<String, String> captured) {
        this.target = target;
        this.clock = clock;
        this.captured = captured;
    }

    /** What was written, after the service's static headers. */
    public Applied applied(Map<String, String> staticHeaders) {
        var all = new ArrayList<Part>(headers);
        staticHeaders.forEach((name, value) -> all.add(new Part(name, value)));
        return new Applied(all, query, form, cookies);
    }

    /** Whether the strategy depends on the request. */
    public boolean perRequest() {
        return looked;
    }

    /** Whether it depends on the body. */
    public boolean needsBody() {
        return lookedAtBody;
    }

    @Override
    public String method() {
        looked = true;
        return target.method();
    }

    @Override
    public URI uri() {
        looked = true;
        return target.uri();
    }

    @Override
    public Optional<byte[]> body() {
        looked = true;
        lookedAtBody = true;
        return target.body();
    }

    @Override
    public Optional<String> contentType() {
        looked = true;
        return target.contentType();
    }

    @Override
    public Instant now() {
        looked = true;
        return clock.instant();
    }

    @Override
    public Optional<String> captured(String name) {
        return Optional.ofNullable(captured.get(name));
    }

    @Override
    public OutgoingRequest header(String name, String value) {
        headers.add(new Part(HeaderRules.name(name), HeaderRules.value(name, value)));
        return this;
    }

    @Override
    public OutgoingRequest query(String name, String value) {
        query.add(new Part(name, value));
        return this;
    }

    @Override
    public OutgoingRequest form(String name, String value) {
        form.add(new Part(name, value));
        return this;
    }

    @Override
    public OutgoingRequest cookie(String name, String value) {
        // RFC 6265, section 4.1.1: cookie-octet
        boolean octets =
                value.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\');
        if (!octets) {
            throw new ConnectionConfigurationException(
                    "header_malformed",
                    "the value for cookie " + name + " holds a character that cookies cannot carry; enter it again"
                            + " without it (the value is not shown)",
                    null);
        }
        cookies.add(new Part(HeaderRules.name(name), value));
        return this;
    }
}
