package dev.connections.testing.internal.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The protocol parameters of a signed request, and what the signature covers (RFC 5849, sections 3.1 and 3.4). */
final class SignedParameters {
    private static final String SCHEME = "OAuth ";

    private final Incoming request;
    private final String origin;
    private final Map<String, String> protocol;

    private SignedParameters(Incoming request, String origin, Map<String, String> protocol) {
        this.request = request;
        this.origin = origin;
        this.protocol = protocol;
    }

    /** Takes the parameters from the one place that holds a signature. */
    static SignedParameters of(Incoming request, String origin) throws Refusal {
        var places = new ArrayList<Map<String, String>>();
        places.add(header(request));
        places.add(named(request.query()));
        places.add(named(request.form()));
        List<Map<String, String>> signed = places.stream()
                .filter(each -> each.containsKey("oauth_signature"))
                .toList();
        if (signed.size() != 1) {
            throw Refusal.problem("parameter_absent");
        }
        return new SignedParameters(request, origin, signed.get(0));
    }

    private static Map<String, String> header(Incoming request) {
        var parameters = new LinkedHashMap<String, String>();
        Optional<String> header = request.header("Authorization").filter(value -> value.startsWith(SCHEME));
        for (String each :
                header.map(value -> value.substring(SCHEME.length())).orElse("").split(",", -1)) {
            String[] pair = each.strip().split("=\"", 2);
            if (pair.length == 2 && !pair[0].equals("realm")) {
                parameters.put(decoded(pair[0]), decoded(pair[1].substring(0, pair[1].length() - 1)));
            }
        }
        return parameters;
    }

    private static Map<String, String> named(Parameters parameters) {
        var found = new LinkedHashMap<String, String>();
        parameters.all().stream()
                .filter(each -> each.getKey().startsWith("oauth_"))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    String required(String name) throws Refusal {
        String value = protocol.get(name);
        if (value == null || value.isEmpty()) {
            throw Refusal.problem("parameter_absent");
        }
        return value;
    }

    Optional<String> one(String name) {
        return Optional.ofNullable(protocol.get(name));
    }

    /** Throws unless the request was signed with these secrets. */
    void requireSignature(String clientSecret, String tokenSecret, PublicKey key) throws Refusal {
        String signature = required("oauth_signature");
        String secrets = encoded(clientSecret) + "&" + encoded(tokenSecret);
        boolean good = switch (required("oauth_signature_method")) {
            case "PLAINTEXT" -> signature.equals(secrets);
            case "HMAC-SHA1" -> signature.equals(hmac("HmacSHA1", secrets));
            case "HMAC-SHA256" -> signature.equals(hmac("HmacSHA256", secrets));
            case "RSA-SHA1" -> verifies(key, signature);
            default -> throw Refusal.problem("signature_method_rejected");
        };
        if (!good) {
            throw Refusal.problem("signature_invalid");
        }
    }

    private String hmac(String algorithm, String secrets) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secrets.getBytes(UTF_8), algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(baseString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private boolean verifies(PublicKey key, String signature) {
        try {
            Signature verifier = Signature.getInstance("SHA1withRSA");
            verifier.initVerify(key);
            verifier.update(baseString().getBytes(UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return false;
        }
    }

    private String baseString() {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        pairs.addAll(protocol.entrySet());
        request.query().all().stream().filter(this::isNotProtocol).forEach(pairs::add);
        request.form().all().stream().filter(this::isNotProtocol).forEach(pairs::add);
        String normalized = pairs.stream()
                .filter(each -> !each.getKey().equals("oauth_signature"))
                .map(each -> List.of(encoded(each.getKey()), encoded(each.getValue())))
                .sorted((one, other) -> one.get(0).equals(other.get(0))
                        ? one.get(1).compareTo(other.get(1))
                        : one.get(0).compareTo(other.get(0)))
                .map(each -> each.get(0) + "=" + each.get(1))
                .collect(Collectors.joining("&"));
        return request.method() + "&"
                + encoded(URI.create(origin).resolve(request.path()).toString()) + "&" + encoded(normalized);
    }

    private boolean isNotProtocol(Map.Entry<String, String> parameter) {
        return !protocol.containsKey(parameter.getKey());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    @Override
    public String toString() {
        return "SignedParameters[" + request + "]";
    }
}
