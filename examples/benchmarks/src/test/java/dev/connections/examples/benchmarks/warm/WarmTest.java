package dev.connections.examples.benchmarks.warm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every warm benchmark gives what it is timed for. */
class WarmTest {
    private final WarmLookup lookup = new WarmLookup();
    private final WarmLookup.Keys keys = new WarmLookup.Keys();
    private final HeldConnection held = new HeldConnection();
    private final AuthorizedRequest authorized = new AuthorizedRequest();

    WarmTest() {
        keys.connections = 3;
        keys.fill();
    }

    @AfterEach
    void close() {
        held.close();
        authorized.close();
    }

    @Test
    void findsEachTokenInTheMap() {
        var fleet = new WarmLookup.MapFleet();
        fleet.fill(keys);

        assertThat(lookup.floor(keys, fleet)).startsWith("Bearer token-of-connection_");
        assertThat(lookup.floor(keys, fleet)).isNotEqualTo(lookup.floor(keys, fleet));
    }

    @Test
    void findsEachConnectionByItsLinkName() {
        var fleet = new WarmLookup.ConnectionsFleet();
        fleet.fill(keys);

        assertThat(lookup.connections(keys, fleet).revealHeaders().get("Authorization"))
                .startsWith("Bearer token-of-connection_");
        assertThat(lookup.connections(keys, fleet).revealHeaders())
                .isNotEqualTo(lookup.connections(keys, fleet).revealHeaders());
        fleet.close();
    }

    @Test
    void findsEachAuthorizedClientOfSpring() {
        var fleet = new WarmLookup.SpringClients();
        fleet.fill(keys);

        assertThat(lookup.spring(keys, fleet)).startsWith("token-of-connection_");
        assertThat(lookup.spring(keys, fleet)).isNotEqualTo(lookup.spring(keys, fleet));
    }

    @Test
    void asksOneHeldConnection() {
        assertThat(held.floor()).isEqualTo("Bearer token-of-held");
        assertThat(held.connections().revealHeaders()).containsExactly(entry("Authorization", "Bearer token-of-held"));
        assertThat(held.connectionsOtherTargets(new HeldConnection.OtherTargets()))
                .isSameAs(held.connections());
        assertThat(held.spring()).isEqualTo("token-of-held");
    }

    @Test
    void putsTheSameHeaderOnARequest() throws IOException {
        try (Response bare = authorized.bare();
                Response floor = authorized.floor();
                Response connections = authorized.connections()) {
            assertThat(bare.request().header("Authorization")).isNull();
            assertThat(floor.request().header("Authorization")).isEqualTo("Bearer token-of-held");
            assertThat(connections.request().headers())
                    .isEqualTo(floor.request().headers());
        }
    }
}
