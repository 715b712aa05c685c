package dev.connections.testing;

import dev.connections.RedirectFlow;
import dev.connections.Secret;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Test classes that each let a secret out in one way, and one that does not; only {@link SecretCanaryTest} runs them. */
final class Leaks {
    private static final String YOURS = "pass word: ünusual/7%";

    /** The configuration parameter that lets them run. */
    static final String ASKED = "dev.connections.testing.leaks";

    private Leaks() {}

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith({OnlyWhenAsked.class, SecretCanary.class})
    @interface Leaky {}

    /** Whoever runs a whole package must not run these. */
    static final class OnlyWhenAsked implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(ASKED).isPresent()
                    ? ConditionEvaluationResult.enabled("asked for")
                    : ConditionEvaluationResult.disabled("leaks on purpose; SecretCanaryTest runs it");
        }
    }

    @Leaky
    static class PrintsIt {
        @Test
        void leaks(SecretCanary canary) {
            System.out.println("token=" + canary.secret().reveal());
        }
    }

    @ExtendWith(OnlyWhenAsked.class)
    static class PrintsItAsAnError {
        @RegisterExtension
        final SecretCanary canary = SecretCanary.planted();

        @Test
        void leaks() {
            System.err.println(canary.secret().reveal());
        }
    }

    @Leaky
    static class PrintsItsBeginning {
        @Test
        void leaks(SecretCanary canary) {
            System.out.println(canary.secret().reveal().substring(0, 20) + "…");
        }
    }

    @Leaky
    static class PrintsABasicHeader {
        @Test
        void leaks(SecretCanary canary) {
            String pair = "alice:" + canary.secret().reveal();
            System.out.println("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Leaky
    static class PrintsItsOwnPercentEncoded {
        @Test
        void leaks(SecretCanary canary) {
            canary.plant(Secret.of(YOURS));

            System.out.println("password=" + URLEncoder.encode(YOURS, StandardCharsets.UTF_8));
        }
    }

    @Leaky
    static class PrintsItsOwnInBase64 {
        @Test
        void leaks(SecretCanary canary) {
            canary.plant(Secret.of(YOURS));

            System.out.println(Base64.getEncoder().encodeToString(("u:" + YOURS).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Leaky
    static class LogsItAtTrace {
        @Test
        void leaks(SecretCanary canary) {
            LoggerFactory.getLogger("any").trace("token {}", canary.secret().reveal());
        }
    }

    @Leaky
    static class LogsItAsAKeyValuePair {
        @Test
        void leaks(SecretCanary canary) {
            LoggerFactory.getLogger("any")
                    .atDebug()
                    .addKeyValue("token", canary.secret().reveal())
                    .log("refreshed");
        }
    }

    @Leaky
    static class LogsItInTheContext {
        @Test
        void leaks(SecretCanary canary) {
            try (var closed = MDC.putCloseable("token", canary.secret().reveal())) {
                LoggerFactory.getLogger("any").info("refreshed within {}", closed.getClass());
            }
        }
    }

    @Leaky
    static class LogsAFailure {
        @Test
        void leaks(SecretCanary canary) {
            var cause = new IllegalArgumentException(canary.secret().reveal());
            LoggerFactory.getLogger("any").warn("failed", new IllegalStateException("refresh", cause));
        }
    }

    @Leaky
    static class LogsItThroughThePlatform {
        @Test
        void leaks(SecretCanary canary) {
            Logger logger = Logger.getLogger("dev.connections.testing.any");
            logger.warning(canary.secret().reveal());
        }
    }

    @Leaky
    static class LetsItBeHeard {
        @Test
        void leaks(SecretCanary canary) {
            SecretCanary.hear("line of an appender: " + canary.secret().reveal());
        }
    }

    @Leaky
    static class WatchesARecord {
        @Test
        void leaks(SecretCanary canary) {
            canary.watch(java.util.List.of(canary.secret().reveal()));
        }
    }

    @Leaky
    static class WatchesAFailure {
        @Test
        void leaks(SecretCanary canary) {
            var failure = new IllegalStateException("closed");
            failure.addSuppressed(new IllegalStateException(canary.secret().reveal()));
            canary.watch(failure);
        }
    }

    @Leaky
    static class WatchesASerializedForm {
        @Test
        void leaks(SecretCanary canary) {
            canary.watch(new Silent(canary.secret().reveal()));
        }

        private static final class Silent implements java.io.Serializable {
            private static final long serialVersionUID = 1L;

            @SuppressWarnings("unused") // serialized
            private final String token;

            Silent(String token) {
                this.token = token;
            }
        }
    }

    @Leaky
    static class WritesAFile {
        @TempDir
        Path directory;

        @Test
        void leaks(SecretCanary canary) throws IOException {
            Path below = Files.createDirectories(directory.resolve("below"));
            Files.writeString(
                    below.resolve("store.bin"), "\0\0" + canary.secret().reveal());
            canary.watch(directory);
        }
    }

    @Leaky
    static class PrintsAnIssuedToken {
        @RegisterExtension
        final MockService<RedirectFlow> crm = MockService.authorizationCode();

        @Test
        void leaks() {
            String token = new HandmadeClient(crm).signIn("alice").member("refresh_token");
            System.out.println("refresh_token=" + token);
        }
    }

    @Leaky
    static class PrintsAReceivedState {
        @RegisterExtension
        final MockService<RedirectFlow> crm = MockService.authorizationCode();

        @Test
        void leaks() {
            var client = new HandmadeClient(crm);
            client.signIn("alice");
            System.out.println("state=" + client.authorization().get("state"));
        }
    }

    @Leaky
    static class NamesAThread {
        static final CountDownLatch SEEN = new CountDownLatch(1);
        static Thread named = Thread.currentThread();

        @Test
        void leaks(SecretCanary canary) {
            named = new Thread(NamesAThread::waitToBeSeen, canary.secret().reveal());
            named.start();
        }

        private static void waitToBeSeen() {
            try {
                SEEN.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Leaky
    static class FailsWithIt {
        @Test
        void leaks(SecretCanary canary) {
            throw new IllegalArgumentException(canary.secret().reveal());
        }
    }

    @Leaky
    static class KeepsIt {
        @Test
        void passes(SecretCanary canary) {
            System.out.println(canary.watch(canary.secret()) + " and the word CANARY-bird");
        }
    }
}
