package dev.connections.testing;

import static dev.connections.testing.HandmadeClient.redemption;
import static dev.connections.testing.HandmadeClient.refreshment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.RedirectFlow;
import dev.connections.testing.HandmadeClient.Reply;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.Hold;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MockFaultsTest {
    @RegisterExtension
    final MockService<RedirectFlow> service = MockService.authorizationCode();

    private final HandmadeClient client = new HandmadeClient(service);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HANG", "RESET_AFTER_COMMIT"})
    void doesNothingOfWhatItWasAskedForAndIsBackAfterwards(Fault fault) {
        String code = client.code("alice");
        service.failNext(fault);

        Reply failed = client.token(redemption(code));
        Reply second = client.token(redemption(code));

        assertThat(failed.body()).doesNotContain("refresh_token");
        assertThat(second.status()).isEqualTo(200);
        assertThat(service.tokenRequests())
                .extracting(MockService.TokenRequest::accepted)
                .containsExactly(false, true);
    }

    @Test
    void isUnavailable() {
        service.failNext(Fault.UNAVAILABLE);

        assertThat(client.signIn("alice").status()).isEqualTo(503);
    }

    @Test
    void saysHowLongItIsRateLimited() {
        service.failNext(Fault.RATE_LIMITED);

        Reply reply = client.signIn("alice");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers()).containsEntry("Retry-After", "7");
    }

    @Test
    void answersWithAPageOrNothing() {
        service.failNext(Fault.HTML);
        service.failNext(Fault.EMPTY);

        Reply page = client.signIn("alice");
        Reply nothing = client.signIn("alice");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().get("Content-Type")).startsWith("text/html");
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.body()).isEmpty();
    }

    @Test
    void answersWithANumberThatNobodyShouldParse() {
        service.failNext(Fault.HOSTILE_JSON);

        assertThat(client.signIn("alice").body()).hasSizeGreaterThan(900_000).contains("\"expires_in\":999999");
    }

    @Test
    void resetsTheConnectionAfterItRotated() {
        service.rotatingRefreshTokens(Duration.ZERO);
        String refreshToken = client.signIn("alice").member("refresh_token");
        service.failNext(Fault.RESET_AFTER_COMMIT);

        assertThatThrownBy(() -> client.token(refreshment(refreshToken))).isInstanceOf(UncheckedIOException.class);

        assertThat(service.tokenRequests().get(1).accepted()).isTrue();
        assertThat(service.tokenRequests().get(1).status()).isZero();
        assertThat(client.token(refreshment(refreshToken)).error()).isEqualTo("invalid_grant");
    }

    @Test
    void hangsUntilItStops() {
        String code = client.code("alice");
        service.failNext(Fault.HANG);
        Hold hold = service.holdNext(Endpoint.TOKEN);

        var waiting = CompletableFuture.supplyAsync(() -> client.token(redemption(code)));
        hold.awaitArrival();
        hold.release();
        boolean answered = waiting.isDone();
        service.close();

        assertThat(answered).isFalse();
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(UncheckedIOException.class);
    }

    @Test
    void failsTheEndpointThatIsNamed() {
        String token = client.signIn("alice").member("access_token");
        service.failNext(Endpoint.RESOURCE, Fault.UNAVAILABLE);
        service.failNext(Endpoint.REVOCATION, Fault.EMPTY);

        assertThat(client.resource(token).status()).isEqualTo(503);
        assertThat(client.revoke(token).status()).isEqualTo(200);
        assertThat(client.resource(token).status()).isEqualTo(200);
    }

    @Test
    void holdsARequestUntilItIsReleased() {
        String code = client.code("alice");
        Hold hold = service.holdNext(Endpoint.TOKEN);

        var waiting = CompletableFuture.supplyAsync(() -> client.token(redemption(code)));
        hold.awaitArrival();
        int answeredBefore = service.tokenRequests().size();
        hold.release();

        assertThat(waiting.join().status()).isEqualTo(200);
        assertThat(answeredBefore).isZero();
    }

    @Test
    void letsAHeldRequestGoWhenItStops() {
        String code = client.code("alice");
        Hold hold = service.holdNext(Endpoint.TOKEN);
        var waiting = CompletableFuture.supplyAsync(() -> client.token(redemption(code)));
        hold.awaitArrival();

        service.close();

        assertThat(waiting.handle((reply, failure) -> true).join()).isTrue();
    }
}
