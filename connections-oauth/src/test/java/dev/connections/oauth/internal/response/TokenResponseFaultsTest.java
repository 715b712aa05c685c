package dev.connections.oauth.internal.response;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Secret;
import dev.connections.oauth.internal.response.TokenReading.Refusal;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.oauth.internal.response.TokenReading.Unreadable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY F-T16 to F-T30, as far as the body alone decides. */
class TokenResponseFaultsTest {
    private static final String TOKEN = "{\"access_token\":\"a-1\",\"token_type\":\"Bearer\"}";
    private static final String FORM = "access_token=a-1&scope=repo%2Cgist&token_type=bearer";

    @ParameterizedTest(name = "F-T21/22 {0}")
    @ValueSource(
            strings = {"application/json", "text/javascript", "text/plain;charset=UTF-8", "application/octet-stream", ""
            })
    void readsJsonWhateverItsLabel(String contentType) {
        assertThat(access(Readings.read(TOKEN.getBytes(UTF_8), contentType))).isEqualTo("a-1");
    }

    @ParameterizedTest(name = "F-T22 {0}")
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded;charset=utf-8",
                "text/plain",
                "",
                "application/json",
                "text/json"
            })
    void readsAFormWhateverItsLabel(String contentType) {
        Tokens tokens = (Tokens) Readings.read(FORM.getBytes(UTF_8), contentType);

        assertThat(access(tokens)).isEqualTo("a-1");
        assertThat(tokens.tokens().get(0).scope()).contains("repo,gist");
    }

    @ParameterizedTest(name = "F-T16/21 {0}")
    @MethodSource
    void takesAPageForAPageWhateverItHolds(String contentType, String body) {
        assertThat(Readings.read(body.getBytes(UTF_8), contentType)).isEqualTo(Unreadable.HTML);
    }

    static Stream<Arguments> takesAPageForAPageWhateverItHolds() {
        return Stream.of(
                Arguments.of("text/html", TOKEN),
                Arguments.of("Text/HTML; charset=utf-8", FORM),
                Arguments.of("application/xhtml+xml", TOKEN),
                Arguments.of("application/json", "<!doctype html><title>Sign in</title>"),
                Arguments.of("", "  \r\n<html>access_token=a</html>"));
    }

    @ParameterizedTest(name = "F-T17 «{0}»")
    @ValueSource(strings = {"", "   ", "\r\n\t"})
    void takesNothingForNothing(String body) {
        assertThat(Readings.read(body)).isEqualTo(Unreadable.EMPTY);
    }

    @ParameterizedTest(name = "F-T18 {0}")
    @ValueSource(
            strings = {
                "{\"access_token\":\"a-1\",\"refresh_token\":\"R2",
                "{\"access_token\":\"a-1\"",
                "{access_token:'a'}",
                "{\"access_token\":\"a-1\",}",
                "[{\"access_token\":\"a-1\"}]",
                "\"a-1\"",
                "42",
                "null",
                "nonsense",
                "=a"
            })
    void understandsNoPartOfABrokenBody(String body) {
        assertThat(Readings.read(body)).isEqualTo(Unreadable.BROKEN);
    }

    @Test
    void toleratesWhatFollowsTheObject() {
        assertThat(access(Readings.read(TOKEN + "<br/>Warning: deprecated"))).isEqualTo("a-1");
    }

    @Test
    void toleratesAByteOrderMark() {
        assertThat(access(Readings.read('\uFEFF' + TOKEN))).isEqualTo("a-1");
    }

    @Test
    void readsBytesAsUtf8WhateverTheCharset() {
        byte[] body = "{\"access_token\":\"a-1\",\"scope\":\"lesen schön\"}".getBytes(UTF_8);

        Tokens tokens = (Tokens) Readings.read(body, "application/json;charset=ISO-8859-1");

        assertThat(tokens.tokens().get(0).scope()).contains("lesen schön");
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(Readings.read(TOKEN.getBytes(UTF_16LE), "application/json")).isEqualTo(Unreadable.BROKEN);
    }

    @Test
    void findsATokenInBrokenUtf8ThatCannotBeSent() {
        byte[] body = "{\"access_token\":\"ü\",\"refresh_token\":\"r-2\"}".getBytes(ISO_8859_1);

        Token token =
                ((Tokens) Readings.read(body, "application/json")).tokens().get(0);

        assertThat(token.unusable()).isTrue();
        assertThat(token.refresh()).contains(Secret.of("r-2"));
    }

    @ParameterizedTest(name = "F-T23 {0}")
    @MethodSource
    void takesAnErrorForAnErrorEvenBesideAToken(String body, Refusal expected) {
        assertThat(Readings.read(body)).isEqualTo(expected);
    }

    static Stream<Arguments> takesAnErrorForAnErrorEvenBesideAToken() {
        return Stream.of(
                Arguments.of("{\"error\":\"invalid_grant\"}", new Refusal("invalid_grant", "", "")),
                Arguments.of(
                        "{\"ok\":false,\"error\":\"bad\",\"access_token\":\"a\",\"refresh_token\":\"r\"}",
                        new Refusal("bad", "", "")),
                Arguments.of(
                        "{\"error\":{\"message\":\"no\",\"type\":\"OAuthException\",\"code\":190}}",
                        new Refusal("190", "no", "")),
                Arguments.of("{\"error\":{\"message\":\"no\"}}", new Refusal("error", "no", "")),
                Arguments.of("{\"error\":true,\"message\":\"no\"}", new Refusal("error", "no", "")),
                Arguments.of("{\"error\":401}", new Refusal("401", "", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "false", "0"})
    void takesAnEmptyErrorForNone(String error) {
        assertThat(access(Readings.read("{\"access_token\":\"a-1\",\"error\":" + error + "}")))
                .isEqualTo("a-1");
    }

    @ParameterizedTest(name = "F-T25 {0}")
    @ValueSource(
            strings = {
                "{\"access_token\":\"a\"}",
                "{\"access_token\":\"a\",\"refresh_token\":null}",
                "{\"access_token\":\"a\",\"refresh_token\":\"\"}",
                "{\"access_token\":\"a\",\"refresh_token\":7}"
            })
    void findsNoRefreshTokenWhereThereIsNone(String body) {
        assertThat(Readings.token(body).refresh()).isEmpty();
    }

    @ParameterizedTest(name = "F-T26 {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"read write\"|read write",
                "\"\"|~~",
                "[\"read\",\"write\"]|read write",
                "[\"read\",{\"x\":1},[2],null]|read",
                "\"repo,gist\"|repo,gist"
            })
    void keepsAScopeAsItIsSaid(String json, String scope) {
        assertThat(Readings.token("{\"access_token\":\"a\",\"scope\":" + json + "}")
                        .scope())
                .contains(scope);
    }

    @ParameterizedTest(name = "F-T26 {0}")
    @ValueSource(strings = {"null", "7", "{}", "true"})
    void knowsNoScopeWhereNoneIsSaid(String json) {
        assertThat(Readings.token("{\"access_token\":\"a\",\"scope\":" + json + "}")
                        .scope())
                .isEmpty();
    }

    @Test
    void refusesARepeatedAccessToken() {
        Token token = Readings.token("{\"access_token\":\"a\",\"access_token\":\"b\",\"refresh_token\":\"r\"}");

        assertThat(token.access()).isEmpty();
        assertThat(token.unusable()).isTrue();
        assertThat(token.refresh()).contains(Secret.of("r"));
    }

    @Test
    void refusesARepeatedAccessTokenOfAForm() {
        Tokens tokens = (Tokens) Readings.read("access_token=a&access_token=b".getBytes(UTF_8), "text/plain");

        assertThat(tokens.tokens().get(0).access()).isEmpty();
    }

    @ParameterizedTest(name = "F-T30 {0}")
    @ValueSource(
            strings = {
                "\"a\\r\\nX-Evil: 1\"",
                "\"a\\u0000\"",
                "\"tökén\"",
                "\"\"",
                "42",
                "true",
                "[\"a\"]",
                "{\"a\":1}",
                "\" a\"",
                "\"a \"",
                "\"***\"",
                "\"\\ud83d\""
            })
    void findsATokenThatCannotBeSent(String json) {
        Token token = Readings.token("{\"access_token\":" + json + ",\"refresh_token\":\"r-2\"}");

        assertThat(token.access()).isEmpty();
        assertThat(token.unusable()).isTrue();
        assertThat(token.refresh()).contains(Secret.of("r-2"));
    }

    @Test
    void takesTokensUpTo64KiB() {
        assertThat(Readings.token("{\"access_token\":\"" + "a".repeat(65_536) + "\"}")
                        .access())
                .isPresent();
        assertThat(Readings.token("{\"access_token\":\"" + "a".repeat(65_537) + "\"}")
                        .access())
                .isEmpty();
    }

    @Test
    void printsNoTokenAndNoForeignText() {
        assertThat(Readings.read("{\"access_token\":\"s3cr3t-token\",\"refresh_token\":\"s3cr3t-refresh\"}")
                        .toString())
                .doesNotContain("s3cr3t");
        assertThat(Readings.read("{\"error\":\"x\",\"error_description\":\"s3cr3t\"}")
                        .toString())
                .doesNotContain("s3cr3t");
    }

    private static String access(TokenReading reading) {
        return ((Tokens) reading).tokens().get(0).access().orElseThrow().reveal();
    }
}
