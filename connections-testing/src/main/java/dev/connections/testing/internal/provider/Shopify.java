package dev.connections.testing.internal.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shopify: a header of its own, no {@code token_type}, a signed callback; tokens expire where the exchange says so.
 *
 * @see <a href="https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens">Shopify (read 2026-11-20)</a>
 */
final class Shopify extends Personality {
    private static final String SHOP = "acme.myshopify.com";
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(90);

    Shopify() {
        super("shopify");
    }

    @Override
    public Map<String, String> values() {
        return Map.of("subdomain", "acme");
    }

    @Override
    public Place authorization() {
        return new Place(SHOP, "/admin/oauth/authorize");
    }

    @Override
    public Place token() {
        return new Place(SHOP, "/admin/oauth/access_token");
    }

    @Override
    public Place api() {
        return new Place(SHOP, "");
    }

    @Override
    public String delimiter() {
        return ",";
    }

    @Override
    public Pkce pkce() {
        return Pkce.IGNORED;
    }

    @Override
    public Optional<String> codeGrant() {
        return Optional.empty();
    }

    @Override
    public boolean repeatsRedirect() {
        return false;
    }

    @Override
    public Map<String, String> callback(UnaryOperator<String> origins) {
        return Map.of("shop", SHOP, "host", "YWNtZS5teXNob3BpZnkuY29tL2FkbWlu", "timestamp", "1763625600");
    }

    @Override
    public Map<String, String> signed(Map<String, String> parameters, String secret) {
        String text = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&"));
        var signed = new LinkedHashMap<>(parameters);
        signed.put("hmac", hmac(text, secret));
        return signed;
    }

    private static String hmac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    /** Since 2026-08-28 a refresh token works until its successor is used. */
    @Override
    public Optional<Duration> grace() {
        return Optional.of(REFRESH_LIFETIME);
    }

    @Override
    public Former former() {
        return Former.REFUSED;
    }

    @Override
    public Reply tokens(Handout handout, Seen request) {
        Body body = Body.of("access_token", handout.access()).and("scope", handout.scope(","));
        if (request.is("expiring", "1") || request.is("grant_type", "refresh_token")) {
            body.and("expires_in", handout.seconds())
                    .and("refresh_token", handout.refresh())
                    .and("refresh_token_expires_in", REFRESH_LIFETIME.toSeconds());
        }
        return Reply.json(body);
    }

    @Override
    public Optional<String> credential(Seen request) {
        return request.header("X-Shopify-Access-Token");
    }

    @Override
    public Reply stale(Seen request) {
        return Reply.error(
                401,
                "Invalid API key",
                Body.of("errors", "[API] Invalid API key or access token (unrecognized login or wrong password)"));
    }
}
