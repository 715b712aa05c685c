package dev.connections.oauth.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Holds docs/servers.md to what the tests of this package prove. */
class ServerMatrixTest {
    static Stream<String> servers() throws IOException {
        return ServerMatrix.read().servers().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyYesHasATestAndNoNoHasOne(String server) throws IOException {
        ServerMatrix matrix = ServerMatrix.read();

        assertThat(ServerMatrix.proven(server)).containsExactlyInAnyOrderElementsOf(matrix.promised(server));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyNoSaysWhy(String server) throws IOException {
        assertThat(ServerMatrix.read().of(server).values())
                .allSatisfy(cell -> assertThat(cell).matches(ServerMatrix.YES + "|" + ServerMatrix.NO + "\\S.{9,}"));
    }

    @Test
    void everyServerOfTheTestsHasAColumn() throws IOException {
        assertThat(ServerMatrix.classes()
                        .map(type -> type.getAnnotation(RealServer.class).value()))
                .containsAll(ServerMatrix.read().servers())
                .isSubsetOf(ServerMatrix.read().servers());
    }

    @Test
    void aProofThatDoesNotRunFailsItsClass() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(Skipping.class))
                .execute()
                .containerEvents()
                .assertThatEvents()
                .anySatisfy(event -> assertThat(event.toString()).contains("did not run: [proof]"));
    }

    /** Its only proof gives up. */
    @RealServer("none")
    static class Skipping {
        @Test
        @Proves("nothing")
        void proof() {
            abort("for no reason");
        }
    }
}
