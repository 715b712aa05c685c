package dev.connections.oauth.internal.computed;

import dev.connections.oauth.internal.wire.FormEncoding;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What can be done with parts, and all there is. */
enum Function {
    BASE64(1, 1) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Octets.of(Base64.getEncoder().encodeToString(given.get(0).bytes()));
        }
    },
    BASE64URL(1, 1) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Octets.of(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(given.get(0).bytes()));
        }
    },
    HEX(1, 1) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Octets.of(HexFormat.of().formatHex(given.get(0).bytes()));
        }
    },
    URLENCODE(1, 1) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Octets.of(FormEncoding.encodeForQuery(given.get(0).text()));
        }
    },
    /** The first so many characters. */
    LEFT(2, 2) {
        @Override
        Octets of(List<Octets> given, Known known) {
            String text = given.get(0).text();
            return Octets.of(text.substring(0, Math.min(text.length(), Times.count(given.get(1)))));
        }
    },
    /** For servers that ask for it; a digest of nothing that must stay unknown. */
    MD5(1, 1) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Digests.of("MD5", given.get(0));
        }
    },
    SHA256(1, 1) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Digests.of("SHA-256", given.get(0));
        }
    },
    HMAC_SHA256(2, 2) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Digests.hmac("HmacSHA256", given.get(0), given.get(1));
        }
    },
    HMAC_SHA1(2, 2) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Digests.hmac("HmacSHA1", given.get(0), given.get(1));
        }
    },
    NOW(0, 2) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Octets.of(Times.written(given, known.now()));
        }
    },
    /** So many of 0-9 and a-f. */
    RANDOM(1, 1) {
        @Override
        Octets of(List<Octets> given, Known known) {
            var unused = known.now(); // a new one for each request
            byte[] bytes = new byte[Times.count(given.get(0))];
            SOURCE.nextBytes(bytes);
            return Octets.of(HexFormat.of().formatHex(bytes).substring(0, bytes.length));
        }
    },
    UUID4(0, 0) {
        @Override
        Octets of(List<Octets> given, Known known) {
            var unused = known.now(); // a new one for each request
            return Octets.of(UUID.randomUUID().toString());
        }
    },
    JWT(4, 18) {
        @Override
        Octets of(List<Octets> given, Known known) {
            return Octets.of(Digests.jwt(given));
        }
    };

    private static final SecureRandom SOURCE = new SecureRandom();

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /** Computes it. */
    abstract Octets of(List<Octets> given, Known known);

    /** Returns the function of a name as formulas write it. */
    static Optional<Function> named(String name) {
        return Stream.of(values()).filter(each -> each.written().equals(name)).findFirst();
    }

    /** Returns the name as formulas write it. */
    String written() {
        return this == UUID4 ? "uuid" : name().toLowerCase(Locale.ROOT);
    }

    boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most && (this != JWT || arguments % 2 == 0);
    }

    boolean makesText() {
        return this != MD5 && this != SHA256 && this != HMAC_SHA256 && this != HMAC_SHA1;
    }

    /** Tells whether it takes the bytes of a digest. */
    boolean takesBytes() {
        return !makesText() || this == BASE64 || this == BASE64URL || this == HEX;
    }

    /** Returns the arguments that can be read from the result: not those of a digest, and not the key of a signature. */
    Stream<Part> shows(List<Part> arguments) {
        if (this == JWT) {
            return arguments.stream().skip(2);
        }
        return makesText() ? arguments.stream() : Stream.empty();
    }
}
