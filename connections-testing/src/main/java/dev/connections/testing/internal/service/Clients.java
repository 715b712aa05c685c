package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.internal.CanarySecret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The two registered clients and how they authenticate (RFC 6749, section 2.3). Immutable. */
final class Clients {
    static final String CONFIDENTIAL = "mock-client";
    static final String PUBLIC = "mock-public-client";

    private static final String BASIC = "basic ";

    private final Assertions assertions;
    private final Secret secret;

    Clients(Assertions assertions) {
        this.assertions = assertions;
        // Section 2.3.1 wants the secret form-encoded before Base64: these characters tell whether it was.
        this.secret = Secret.of(CanarySecret.text("client-secret") + "+/%:=&~");
    }

    Secret secret() {
        return secret;
    }

    boolean knows(String clientId) {
        return clientId.equals(CONFIDENTIAL) || clientId.equals(PUBLIC);
    }

    /** Returns who calls an endpoint. */
    String authenticate(Incoming request, Parameters form) throws Refusal {
        Optional<String> header = request.header("Authorization");
        Optional<String> inForm = form.one("client_secret");
        Optional<String> assertion = form.one("client_assertion");
        if (Stream.of(header, inForm, assertion).filter(Optional::isPresent).count() > 1) {
            throw Refusal.invalidRequest("the client authenticates in two ways");
        }
        if (header.isPresent()) {
            return fromHeader(header.get(), form.one("client_id"));
        }
        if (assertion.isPresent()) {
            return fromAssertion(assertion.get(), form);
        }
        String clientId = form.one("client_id").orElseThrow(Clients::anonymous);
        return inForm.isPresent() ? confidential(clientId, inForm.get()) : publicClient(clientId);
    }

    /** Returns the parameters of a request that a client signed. */
    Parameters request(String signed, String clientId) throws Refusal {
        return assertions.request(signed, clientId);
    }

    /** RFC 7523, section 2.2. */
    private String fromAssertion(String assertion, Parameters form) throws Refusal {
        if (!form.required("client_assertion_type").equals("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")) {
            throw Refusal.invalidClient("the type of the assertion is unknown");
        }
        String clientId = assertions.client(assertion, secret);
        if (!clientId.equals(CONFIDENTIAL)
                || !form.one("client_id").orElse(clientId).equals(clientId)) {
            throw Refusal.invalidClient("the assertion is another client's");
        }
        return clientId;
    }

    private static Refusal anonymous() {
        return Refusal.invalidClient("the client does not authenticate");
    }

    private String fromHeader(String header, Optional<String> inForm) throws Refusal {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            throw Refusal.invalidClient("the authorization scheme is not Basic");
        }
        String pair = decoded(header.substring(BASIC.length()));
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw Refusal.invalidClient("the credentials are no pair");
        }
        String clientId = formDecoded(pair.substring(0, colon));
        if (inForm.isPresent() && !inForm.get().equals(clientId)) {
            throw Refusal.invalidRequest("client_id differs from the authenticated client");
        }
        return confidential(clientId, formDecoded(pair.substring(colon + 1)));
    }

    private static String decoded(String base64) throws Refusal {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidClient("the credentials are no Base64");
        }
    }

    private static String formDecoded(String text) throws Refusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidClient("the credentials are not form-encoded");
        }
    }

    private String confidential(String clientId, String given) throws Refusal {
        if (!clientId.equals(CONFIDENTIAL) || !secret.reveal().equals(given)) {
            throw Refusal.invalidClient("the client id or its secret is wrong");
        }
        return clientId;
    }

    private static String publicClient(String clientId) throws Refusal {
        if (!clientId.equals(PUBLIC)) {
            throw anonymous();
        }
        return clientId;
    }
}
