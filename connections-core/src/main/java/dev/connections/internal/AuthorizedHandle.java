package dev.connections.internal;

import dev.connections.Account;
import dev.connections.Authorization;
import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizedConnection;
import dev.connections.Choice;
import dev.connections.Connection;
import dev.connections.ConnectionException;
import dev.connections.Revocation;
import dev.connections.internal.definition.Probe;
import dev.connections.internal.flow.Authorizations;
import dev.connections.internal.flow.Ending;
import dev.connections.internal.flow.FlowContext;
import dev.connections.internal.flow.Scene;
import dev.connections.internal.flow.Switching;
import dev.connections.internal.flow.Trying;
import dev.connections.internal.record.AccountRecord;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.Concern;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.internal.record.Purpose;
import dev.connections.internal.record.Trail;
import dev.connections.internal.serve.Choosing;
import dev.connections.internal.serve.Defined;
import dev.connections.internal.serve.Slot;
import dev.connections.spi.AccessPolicy.Operation;
import dev.connections.spi.StrategyContext.Grant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A connection with the operations on one authorization of it. */
class AuthorizedHandle<F extends AuthorizationFlow> extends UsedConnection implements AuthorizedConnection<F> {
    private final Defined<F> defined;
    private final AuthorizationKey key; // the slot's may say less of the same subject

    AuthorizedHandle(Kernel kernel, Permission access, Defined<F> defined, AuthorizationKey key) {
        super(kernel, access, kernel.slots().slot(defined, key, Grant.DEFAULT_TOKEN));
        this.defined = defined;
        this.key = key;
    }

    final Defined<F> definedAs() {
        return defined;
    }

    @Override
    public final F authorize() {
        return flow(Purpose.AUTHORIZE);
    }

    @Override
    public final F reconnect() {
        return flow(Purpose.RECONNECT);
    }

    @Override
    public final F linkNewAccount() {
        return flow(Purpose.LINK);
    }

    /** Returns the flow for a purpose; the caller has checked the actor. */
    final F flow(Purpose purpose) {
        check(replaces(purpose) ? Operation.SWITCH : Operation.AUTHORIZE);
        return FlowContext.flow(scene(purpose), defined.value().service());
    }

    /** Another account in place of one is a switch, and not for everybody who may connect (DOMAIN §1.9). */
    private boolean replaces(Purpose purpose) {
        return purpose != Purpose.RECONNECT
                && permission().actor() != Trail.SYSTEM
                && kernel().vault()
                        .find(AuthorizationRecord.TYPE, defined.tenant(), key.id())
                        .isPresent();
    }

    private Scene scene(Purpose purpose) {
        return new Scene(kernel(), defined, key, purpose, permission().actor());
    }

    @Override
    public final Authorization authorization() {
        kernel().slots().refuseClosed();
        check(Operation.VIEW);
        return permission()
                .seen(Authorizations.few(kernel().vault(), defined.tenant()).of(defined, key));
    }

    @Override
    public final void switchTo(Account account) {
        check(Operation.SWITCH);
        new Switching(scene(Purpose.AUTHORIZE)).to(account);
    }

    @Override
    public final Revocation revoke() {
        check(Operation.REVOKE);
        return new Ending(scene(Purpose.AUTHORIZE)).revoke();
    }

    @Override
    public final Revocation revokePreview() {
        check(Operation.REVOKE);
        return new Ending(scene(Purpose.AUTHORIZE)).preview();
    }

    @Override
    public final TestResult test() {
        return trying().withProbe();
    }

    @Override
    public final TestResult test(String method, String path) {
        return trying().with(new Probe(method, path));
    }

    private Trying trying() {
        kernel().slots().refuseClosed();
        permission().checkUse(defined, key);
        return new Trying(scene(Purpose.AUTHORIZE), slot());
    }

    @Override
    public final List<Choice> choices() {
        kernel().slots().refuseClosed();
        check(Operation.AUTHORIZE);
        return concerned(() -> new Choosing(kernel(), slot()).choices());
    }

    @Override
    public final Authorization choose(String id) {
        kernel().slots().refuseClosed();
        check(Operation.AUTHORIZE);
        AccountRecord account = concerned(() -> new Choosing(kernel(), slot()).choose(id));
        var concern = new Concern(defined.tenant(), key);
        kernel().events().happened(concern, "chosen", permission().actor(), Map.of("account", account.id()));
        return permission()
                .seen(Authorizations.few(kernel().vault(), defined.tenant()).of(defined, key));
    }

    private <T> T concerned(Supplier<T> step) {
        try {
            return step.get();
        } catch (ConnectionException e) {
            throw e.concerning(key.linkName(), key.environment(), key.subject());
        }
    }

    @Override
    public final Connection token(String name) {
        Slot slot = kernel().slots().slot(defined, key, CredentialRecord.checkedToken(name));
        return new UsedConnection(kernel(), permission(), slot);
    }
}
