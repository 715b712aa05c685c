package dev.connections.examples.benchmarks.warm;

import dev.connections.spi.CredentialForm;
import dev.connections.spi.DirectStrategy;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.Refresher;
import dev.connections.spi.StrategyContext;
import java.time.Instant;
import java.util.Optional;

/** Tokens that expire and can be renewed, without a server: once they are there, all strategies are served alike. */
final class AccessKeyStrategy implements DirectStrategy<AccessKey> {
    @Override
    public String authenticationType() {
        return "benchmark.token";
    }

    @Override
    public CredentialForm<AccessKey> form() {
        return CredentialForm.secret("token", "Token", AccessKey::token)
                .andText("expires_at", "Expires at", key -> key.expiresAt().toString())
                .into(values -> new AccessKey(values.secret("token"), Instant.parse(values.text("expires_at"))));
    }

    @Override
    public void apply(AccessKey key, OutgoingRequest request) {
        request.header("Authorization", "Bearer " + key.token().reveal());
    }

    @Override
    public Optional<Refresher<AccessKey>> refresher() {
        return Optional.of(new Renewal());
    }

    private static final class Renewal implements Refresher<AccessKey> {
        @Override
        public Validity validity(AccessKey key) {
            return Validity.until(key.expiresAt());
        }

        @Override
        public boolean rotates(AccessKey key) {
            return false;
        }

        @Override
        public Outcome<AccessKey> refresh(AccessKey current, StrategyContext<AccessKey> context) {
            throw new IllegalStateException("a warm benchmark refreshed: its token expired while it ran");
        }
    }
}
