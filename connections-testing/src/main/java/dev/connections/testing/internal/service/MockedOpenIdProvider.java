package dev.connections.testing.internal.service;

import dev.connections.RedirectFlow;
import dev.connections.testing.MockOpenIdProvider;
import dev.connections.testing.OpenIdVariant;

/** The face of the OpenID Provider. */
final class MockedOpenIdProvider extends MockedService<RedirectFlow> implements MockOpenIdProvider {
    private final OpenIdTerms terms;

    MockedOpenIdProvider(OpenIdKind kind) {
        super(kind);
        terms = kind.terms();
    }

    @Override
    public void answerNext(OpenIdVariant variant) {
        site().openId().answerNext(variant);
    }

    @Override
    public MockOpenIdProvider signingWith(String algorithm) {
        terms.algorithm(algorithm);
        return this;
    }

    @Override
    public MockOpenIdProvider publishingSeveralKeys() {
        terms.publishSeveralKeys();
        return this;
    }

    @Override
    public MockOpenIdProvider signingUserInfo() {
        terms.signUserInfo();
        return this;
    }

    @Override
    public MockOpenIdProvider namingUsersInUserInfoOnly() {
        terms.nameUsersInUserInfoOnly();
        return this;
    }

    @Override
    public void rotateKeys() {
        site().openId().rotateKeys();
    }

    @Override
    public String subjectOf(String account) {
        return OpenId.subjectOf(account);
    }
}
