package dev.connections.oauth.servers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names the column of {@link ServerMatrix} that the tests of a class stand for, and holds that they run. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Witness.class)
@interface RealServer {
    /** The server, as its column is headed. */
    String value();
}
