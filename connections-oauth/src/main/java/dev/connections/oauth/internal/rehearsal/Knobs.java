package dev.connections.oauth.internal.rehearsal;

import dev.connections.oauth.internal.definition.Document;
import dev.connections.spi.Rehearsal.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options that make a definition differ from the standard, each with its member of the settings. */
public final class Knobs {
    private static final String BASIC = "\"client_secret_basic\"";

    /** What every definition says. */
    private static final Set<String> PLAIN = Set.of(
            "grant",
            "client_id",
            "client_secret",
            "issuer",
            "console",
            "authorization_endpoint",
            "token_endpoint",
            "device_authorization_endpoint",
            "request_token_endpoint",
            "introspection_endpoint",
            "userinfo_endpoint",
            "plain_http_for_loopback_tests_only");

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("client_authentication", "withClientAuthentication"),
            Map.entry("client_assertion", "ClientAuthentication.privateKeyJwt"),
            Map.entry("client_certificate", "ClientAuthentication.tlsClientAuth"),
            Map.entry("assertion", "OAuth2.jwtBearer"),
            Map.entry("scope_delimiter", "withScopeDelimiter"),
            Map.entry("added_scopes", "withAddedScopes"),
            Map.entry("incremental_consent", "withIncrementalConsent"),
            Map.entry("pushed_authorization_request_endpoint", "withPushedAuthorizationRequests"),
            Map.entry("request_object", "withRequestObject"),
            Map.entry("authorization_parameters", "withAuthorizationParameter"),
            Map.entry("authorization_request", "withAuthorizationRequest(AuthorizationRequestFormat)"),
            Map.entry("computed_authorization_parameters", "withComputedAuthorizationParameter"),
            Map.entry("computed_headers", "withComputedHeader"),
            Map.entry("revocation_request", "withRevocationRequest(TokenRequestFormat)"),
            Map.entry("resources", "withResources"),
            Map.entry("derived_tokens", "withResourceToken or withScopeToken"),
            Map.entry("token_request", "withTokenRequest(TokenRequestFormat)"),
            Map.entry("refresh_request", "withRefreshRequest(TokenRequestFormat)"),
            Map.entry("token_upgrade", "withTokenUpgrade(TokenRequestFormat)"),
            Map.entry("token_response", "withTokenResponse(TokenResponseFormat)"),
            Map.entry("renewal", "withRenewal(TokenRenewal)"),
            Map.entry("choice", "withChoice(AccountChoice)"),
            Map.entry("expired_when", "withExpiredTest"),
            Map.entry("token_query", "withDeviationTokenInQuery"),
            Map.entry("refresh_margin", "withRefreshMargin"),
            Map.entry("token_header", "withTokenHeader"),
            Map.entry("authorization_header", "withAuthorizationHeader"),
            Map.entry("captures", "withCapture"),
            Map.entry("dpop", "withDpop"),
            Map.entry("fapi2", "withFapi2"),
            Map.entry("openid_connect", "withOpenIdConnect"),
            Map.entry("revocation", "withRevocationByAccessToken"),
            Map.entry("signature", "OAuth1.Strategy.withSignature"),
            Map.entry("transmission", "OAuth1.Strategy.withTransmission"),
            Map.entry("realm", "OAuth1.Strategy.withRealm"),
            Map.entry("request_token_parameters", "OAuth1.Strategy.withRequestTokenParameter"),
            Map.entry("exact_callback", "OAuth1.Strategy.withExactCallback"),
            Map.entry("account_id", "OAuth1.Strategy.withAccountId"),
            Map.entry("account_name", "OAuth1.Strategy.withAccountName"));

    /** The formats that are objects of options of their own. */
    private static final Set<String> FORMATS = Set.of(
            "authorization_request",
            "token_request",
            "refresh_request",
            "token_upgrade",
            "revocation_request",
            "token_response");

    private static final Map<String, String> NESTED = Map.ofEntries(
            Map.entry("format", "json()"),
            Map.entry("parameters", "withParameter"),
            Map.entry("rename", "renaming"),
            Map.entry("omit", "omitting"),
            Map.entry("headers", "withHeader"),
            Map.entry("computed_parameters", "withComputedParameter"),
            Map.entry("computed_headers", "withComputedHeader"),
            Map.entry("client_authentication", "withClientAuthentication"),
            Map.entry("endpoint", "withEndpoint"),
            Map.entry("callback_signature", "receivingSignedIn"),
            Map.entry("expiry_from_jwt", "withDeviationExpiryFromJwt"),
            Map.entry("get", "withDeviationGet"),
            Map.entry("raw_scopes", "withRawScopes"),
            Map.entry("fragment", "withFragment"),
            Map.entry("callback", "receiving"),
            Map.entry("tokens", "withToken"),
            Map.entry("expiry", "withExpiry"),
            Map.entry("default_lifetime", "withDefaultLifetime"),
            Map.entry("token_types", "withTokenTypes"),
            Map.entry("error_at", "withErrorAt"),
            Map.entry("success", "withSuccessAt"),
            Map.entry("error_meanings", "withErrorMeaning"),
            Map.entry("account_id", "withAccountId"),
            Map.entry("account_name", "withAccountName"));

    private Knobs() {}

    /** Returns the options of a strategy's settings. */
    public static List<Knob> of(String json) {
        Document document = Document.parse(json);
        var knobs = new ArrayList<Knob>();
        for (String member : document.names()) {
            if (FORMATS.contains(member)) {
                addNested(member, document.object(member), knobs);
            } else if (isKnob(member, document)) {
                String option = member.equals("pkce") ? pkce(document) : OPTIONS.getOrDefault(member, member);
                knobs.add(knob(option, member, document));
            }
        }
        return knobs;
    }

    private static void addNested(String member, Document format, List<Knob> knobs) {
        String option = OPTIONS.getOrDefault(member, member);
        for (String each : format.names()) {
            Knob knob = knob(option + "." + NESTED.getOrDefault(each, each), each, format);
            knobs.add(new Knob(knob.option(), member + "." + each, knob.value(), knob.reason()));
        }
    }

    private static boolean isKnob(String member, Document document) {
        return switch (member) {
            case "client_authentication" -> !document.json(member).equals(BASIC);
            case "revocation" -> document.object(member).flag("by_access_token");
            default -> !PLAIN.contains(member);
        };
    }

    private static String pkce(Document document) {
        boolean off = document.object("pkce").text("method").equals(Optional.of("off"));
        return off ? "withDeviationNoPkce" : "withDeviationPlainPkce";
    }

    /** What the standards forbid says why. */
    private static Knob knob(String option, String member, Document document) {
        if (!document.isObject(member)) {
            return new Knob(option, member, document.json(member), Optional.empty());
        }
        Document object = document.object(member);
        Document value = object.has("reason") ? object.without("reason").without("source") : object;
        return new Knob(
                option,
                member,
                value.toJson(),
                object.text("reason")
                        .map(why -> why + " (" + object.text("source").orElse("no source") + ")"));
    }
}
