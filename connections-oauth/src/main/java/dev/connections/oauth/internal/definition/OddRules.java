package dev.connections.oauth.internal.definition;

/** Refuses what contradicts the ways of a server that is unlike the others. */
final class OddRules {
    private OddRules() {}

    static void check(OAuth2Definition definition) {
        checkRenewal(definition);
        checkQuery(definition);
        definition.choice().ifPresent(choice -> choice.check(definition.server().plainHttp()));
        boolean signed = definition.authorization().names().signature().isPresent();
        if (signed && definition.client().secret().isEmpty()) {
            throw Wrong.option(
                    "receivingSignedIn", "callbacks are signed with the client's secret; use client(id, secret)");
        }
    }

    private static void checkRenewal(OAuth2Definition definition) {
        RenewalRule renewal = definition.renewal();
        if (definition.grant().mints() && definition.document().has(RenewalRule.MEMBER)) {
            throw Wrong.option("withRenewal", "the grant asks for a new token each time; remove it");
        }
        if (renewal.mode() == RenewalRule.Mode.EXTEND && renewal.extendedBy().isEmpty()) {
            throw Wrong.definition(
                    "service_malformed",
                    "the renewal lacks extended_by; state how long extended tokens live, such as P30D");
        }
        boolean derives = !definition.derivedTokens().isEmpty();
        if (derives && renewal.mode() != RenewalRule.Mode.REFRESH_TOKEN) {
            throw Wrong.option(
                    "withResourceToken", "only a refresh token makes other tokens; leave one of the two out");
        }
    }

    private static void checkQuery(OAuth2Definition definition) {
        Document document = definition.document();
        boolean header = document.has("authorization_header")
                || document.has(ChoiceRule.MEMBER)
                || document.has(HeaderFormat.MEMBER)
                || document.object("revocation").flag("by_access_token");
        if (definition.tokenQuery().isPresent()
                && (header || definition.proofAlgorithm().isPresent())) {
            throw Wrong.option(
                    "withDeviationTokenInQuery",
                    "the token travels once; leave out the header, the proof or the choice");
        }
    }
}
