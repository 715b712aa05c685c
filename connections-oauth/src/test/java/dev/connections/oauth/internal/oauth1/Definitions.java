package dev.connections.oauth.internal.oauth1;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.Document;

/** Definitions to vary. */
final class Definitions {
    private Definitions() {}

    /** The service of RFC 5849, section 1.2. */
    static OAuth1Definition photos() {
        return new OAuth1Definition(document(), Secret.of("kd94hf93k423kf44"));
    }

    static Document document() {
        return Document.EMPTY
                .with("request_token_endpoint", "https://photos.example.net/initiate")
                .with("authorization_endpoint", "https://photos.example.net/authorize")
                .with("token_endpoint", "https://photos.example.net/token")
                .with("client_id", "dpf43f3p2l4k3l03")
                .with("client_secret", Document.EMPTY.with("secret", "client_secret"))
                .with("realm", "Photos");
    }
}
