package dev.connections.examples.benchmarks.stampede;

import java.net.URI;

/** Who is measured. */
enum Library {
    CONNECTIONS("connections") {
        @Override
        Client client(URI tokenEndpoint, int grants) {
            return new ConnectionsClient(tokenEndpoint, grants);
        }
    },
    SPRING("spring") {
        @Override
        Client client(URI tokenEndpoint, int grants) {
            return new SpringClient(tokenEndpoint, grants);
        }
    },
    GOOGLE_AUTH("google-auth") {
        @Override
        Client client(URI tokenEndpoint, int grants) {
            return new GoogleClient(tokenEndpoint, grants);
        }
    };

    private final String label;

    Library(String label) {
        this.label = label;
    }

    abstract Client client(URI tokenEndpoint, int grants);

    String label() {
        return label;
    }
}
