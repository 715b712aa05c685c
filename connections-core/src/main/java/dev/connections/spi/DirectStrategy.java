package dev.connections.spi;

import dev.connections.DirectFlow;

/**
 * A strategy whose credential a person types: one {@link CredentialForm} says what to ask and how to store it.
 *
 * @param <C> the credential
 */
public interface DirectStrategy<C extends Credential> extends CredentialStrategy<C, DirectFlow<C>> {
    /** {@return what to ask for, and how to store it} */
    CredentialForm<C> form();

    @Override
    default CredentialCodec<C> codec() {
        return form().codec();
    }

    @Override
    default DirectFlow<C> flow(StrategyContext<C> context) {
        return context.direct(form());
    }
}
