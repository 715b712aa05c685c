package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionStoreException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say of failures of the database store. */
final class JdbcFailures {
    private JdbcFailures() {}

    static AbstractThrowableAssert<?, ?> assertFails(ThrowingCallable action, String code) {
        return assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ConnectionStoreException.class,
                        failure -> org.assertj.core.api.Assertions.assertThat(failure.code())
                                .isEqualTo(code));
    }
}
