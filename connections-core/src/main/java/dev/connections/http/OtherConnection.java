package dev.connections.http;

import dev.connections.Connection;
import dev.connections.RequestCredentials;
import dev.connections.internal.http.AppliedCredentials;
import dev.connections.internal.http.Part;
import dev.connections.internal.http.RequestAuthorizer;
import dev.connections.internal.http.RequestTarget;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.IncomingResponse;
import java.util.List;

/** Authorizes by a connection that is not the SDK's own: headers and 401 are all its interface tells. */
final class OtherConnection implements RequestAuthorizer {
    private final Connection connection;

    OtherConnection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public AppliedCredentials authorize(RequestTarget target) {
        RequestCredentials credentials = connection.credentialsFor(target.method(), target.uri());
        List<Part> headers = credentials.revealHeaders().entrySet().stream()
                .map(header -> new Part(header.getKey(), header.getValue()))
                .toList();
        return new Headers(headers, credentials);
    }

    /** What such a connection gave for one request. */
    private record Headers(List<Part> headers, RequestCredentials given) implements AppliedCredentials {
        @Override
        public List<Part> query() {
            return List.of();
        }

        @Override
        public List<Part> form() {
            return List.of();
        }

        @Override
        public List<Part> cookies() {
            return List.of();
        }

        @Override
        public boolean sameVersionAs(AppliedCredentials other) {
            return headers.equals(other.headers());
        }

        @Override
        public CredentialStrategy.Verdict inspect(IncomingResponse response) {
            return response.status() == 401 ? CredentialStrategy.Verdict.EXPIRED : CredentialStrategy.Verdict.ACCEPTED;
        }

        @Override
        public void rejected() {
            given.rejected();
        }

        @Override
        public String toString() {
            return "Headers" + headers; // parts print their names
        }
    }
}
