package dev.connections.oauth.internal.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.SignedJWT;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.catalog.ServiceSchema;
import dev.connections.oauth.Keys;
import dev.connections.oauth.internal.computed.Formula.Place;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of definitions, with the vectors of their own specifications. */
class FormulaTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:30:15.250Z");
    private static final String KEY_OF_32_BYTES = "0123456789abcdef0123456789abcdef";

    private static Known known(Map<String, String> values) {
        return new Known() {
            @Override
            public Optional<String> value(String variable) {
                return Optional.ofNullable(values.get(variable));
            }

            @Override
            public Instant now() {
                return NOW;
            }
        };
    }

    private static String value(String formula, Map<String, String> values) {
        return Formula.of(formula, Place.TOKEN)
                .value(known(values))
                .orElseThrow()
                .reveal();
    }

    private static ConnectionConfigurationException refused(String formula, Place place) {
        return catchThrowableOfType(ConnectionConfigurationException.class, () -> Formula.of(formula, place));
    }

    /** What editors show of the schema is what somebody copies. */
    @Test
    void readsTheExampleOfTheSchema() {
        var examples =
                Pattern.compile("\"Formulas by [^\"]* such as ([^\"]*)[.]\"").matcher(ServiceSchema.TEXT);

        assertThat(examples.results().map(found -> Formula.of(found.group(1), Place.TOKEN)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "hex(sha256('abc')); ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "hex(md5('abc')); 900150983cd24fb0d6963f7d28e17f72",
                "hex(hmac_sha256('Jefe', 'what do ya want for nothing?')); "
                        + "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "hex(hmac_sha1('Jefe', 'what do ya want for nothing?')); effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "base64('fooba'); Zm9vYmE=",
                "base64url(sha256('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')); "
                        + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "urlencode('a b&c'); a%20b%26c",
                "left('abcdef', 3); abc",
                "'a' + 'b' + left('c', 9); abc",
                "now(); 1795163415",
                "now('-PT15S'); 1795163400",
                "now('P1D', 'iso'); 2026-11-21T08:30:15Z",
                "now('PT0S', 'millis'); 1795163415250",
                "now('PT0S', 'yyyyMMddHHmmss'); 20261120083015"
            })
    void computesWhatTheSpecificationsSay(String formula, String expected) {
        assertThat(value(formula, Map.of())).isEqualTo(expected);
    }

    @Test
    void joinsVariablesOfTheRequest() {
        String hash = value(
                "hex(sha256(client_secret + '|' + code))", Map.of("client_secret", "app-secret", "code", "code-1"));

        assertThat(hash).isEqualTo(value("hex(sha256('app-secret|code-1'))", Map.of()));
    }

    @Test
    void usesWhatWasCapturedOrTypedUnderItsName() {
        assertThat(value("captured.realmId + input.site", Map.of("captured.realmId", "9", "input.site", "eu")))
                .isEqualTo("9eu");
    }

    @Test
    void hasNoValueWhereTheRequestLacksAVariable() {
        Formula formula = Formula.of("hex(sha256(client_secret + code))", Place.TOKEN);

        assertThat(formula.value(known(Map.of("client_secret", "s")))).isEmpty();
    }

    @Test
    void makesANewRandomValueEachTime() {
        Formula random = Formula.of("random(32)", Place.AUTHORIZATION);
        Formula uuid = Formula.of("uuid()", Place.API);

        Secret first = random.value(known(Map.of())).orElseThrow();

        assertThat(first.reveal()).matches("[0-9a-f]{32}");
        assertThat(random.value(known(Map.of()))).isNotEqualTo(Optional.of(first));
        assertThat(uuid.value(known(Map.of()))).isNotEqualTo(uuid.value(known(Map.of())));
    }

    @Test
    void signsClaimsWithNumbersWhereTheStandardHasThem() throws ParseException {
        String hmac = value(
                "jwt('HS256', client_secret, 'iss', client_id, 'exp', now('PT10M'))",
                Map.of("client_secret", KEY_OF_32_BYTES, "client_id", "app-1"));
        String rsa = value(
                "jwt('RS256', client_secret, 'iss', client_id, 'iat', now())",
                Map.of("client_secret", Keys.pem(Keys.RSA).reveal(), "client_id", "app-1"));

        assertThat(SignedJWT.parse(hmac).getJWTClaimsSet().getExpirationTime()).isEqualTo("2026-11-20T08:40:15Z");
        assertThat(SignedJWT.parse(rsa).getHeader().getAlgorithm()).hasToString("RS256");
        assertThat(SignedJWT.parse(rsa).getJWTClaimsSet().getIssuer()).isEqualTo("app-1");
    }

    @Test
    void signsWithNoShortKey() {
        var short1 = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> value("jwt('HS256', client_secret, 'iss', 'x')", Map.of("client_secret", "s3cr3t")));

        assertThat(short1.code()).isEqualTo("client_secret_malformed");
        assertThat(short1)
                .hasMessageContaining("let the service make a longer one")
                .hasMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "sha256('x'); write them as a text",
                "'a' + md5('x'); write them with hex",
                "urlencode(sha256('x')); write them with hex",
                "eval('x'); use base64, base64url",
                "hex('x'; lacks the closing parenthesis",
                "hex(); gives hex 0 values",
                "'a' 'b'; join texts with +",
                "'{a}'; without braces",
                "client_Secret; cannot be read at character 8",
                "; lacks a text",
                "random(0); a count is 1 to 128",
                "random(999); a count is 1 to 128",
                "random(client_id); a fixed text",
                "now('5 minutes'); is written like now('PT5M', 'seconds')",
                "now('PT5M', 'yyyy[]'); a format is seconds",
                "now('PT9999999999999999H'); is written like",
                "jwt(client_id, 'k', 'iss', 'x'); a fixed text",
                "jwt('HS256', 'k', 'iss'); gives jwt 3 values",
                "password; use access_token, client_id",
                "hex(hex(hex(hex(hex(hex(hex(hex('x')))))))); simplify it"
            })
    void refusesWhatItCannotComputeAndSaysHowToWriteIt(String formula, String fix) {
        var refusal = refused(formula == null ? "" : formula, Place.TOKEN);

        assertThat(refusal.code()).isEqualTo("formula_malformed");
        assertThat(refusal).hasMessageContaining(fix);
    }

    @Test
    void refusesTextsWithoutBound() {
        assertThat(refused("'" + "x".repeat(600) + "'", Place.TOKEN)).hasMessageContaining("longer than 512");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret", "base64(client_id + ':' + client_secret)", "left(client_secret, 4)"})
    void showsNoSecretToTheApi(String formula) {
        assertThat(refused(formula, Place.API)).hasMessageContaining("use it inside a digest alone");
        assertThat(refused(formula, Place.AUTHORIZATION)).hasMessageContaining("use client_id, redirect_uri, state");
    }

    @Test
    void signsForTheApiWithTheSecretOfTheClient() {
        assertThat(Formula.of("hex(hmac_sha256(client_secret, method + path))", Place.API)
                        .value(known(Map.of("client_secret", "k", "method", "GET", "path", "/x"))))
                .isPresent();
        assertThat(Formula.of("jwt('HS256', client_secret, 'sub', captured.id)", Place.API))
                .hasToString("jwt('HS256', client_secret, 'sub', captured.id)");
    }
}
