package dev.connections.catalog.internal;

import dev.connections.AuthorizationFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.DataCenter;
import dev.connections.catalog.DefaultServices.NeedsClient;
import dev.connections.catalog.DefaultServices.NeedsConfidentialClient;
import dev.connections.catalog.DefaultServices.NeedsDataCenter;
import dev.connections.catalog.DefaultServices.NeedsInputs;
import dev.connections.catalog.DefaultServices.NeedsResourceServers;
import dev.connections.catalog.DefaultServices.TakesInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The stages behind the constants of {@link dev.connections.catalog.DefaultServices}. A constant holds a link name and
 * no more: the catalogue is read when the constant is used.
 */
public final class Stages {
    private Stages() {}

    /**
     * What comes after the choices so far.
     *
     * @param <S> the next stage, or the service
     */
    @FunctionalInterface
    public interface Step<S> {
        /** Returns the next stage of a service. */
        S of(Said said);
    }

    /** What a constant knows of its service, and what was said since. Reads the catalogue when asked. */
    public static final class Said {
        private final String linkName;
        private final Supplier<Choices> choices;

        private Said(String linkName, Supplier<Choices> choices) {
            this.linkName = linkName;
            this.choices = choices;
        }

        private Choices choices() {
            return choices.get();
        }

        private Said now(Choices next) {
            return new Said(linkName, () -> next);
        }

        @Override
        public String toString() {
            return linkName;
        }
    }

    /** Begins a constant. */
    public static <S> S begin(String linkName, Step<S> first) {
        return first.of(new Said(linkName, () -> Choices.of(BundledServices.require(linkName))));
    }

    /** Asks where the client is registered. */
    public static <S> Step<NeedsDataCenter<S>> dataCenter(Step<S> next) {
        return said -> new AtDataCenter<>(said, next);
    }

    /** Asks for inputs. */
    public static <S> Step<NeedsInputs<S>> inputs(Step<S> next) {
        return said -> new WithInputs<>(said, next);
    }

    /** Asks for the client. */
    public static <S> Step<NeedsClient<S>> client(Step<S> next) {
        return said -> new AsClient<>(said, next);
    }

    /** Asks for a client that has a secret. */
    public static <S> Step<NeedsConfidentialClient<S>> confidentialClient(Step<S> next) {
        return said -> new AsClient<>(said, next);
    }

    /** Asks for the client, and offers inputs. */
    public static <S> Step<TakesInputs<S>> clientOrInputs(Step<S> next) {
        return said -> new AsClient<>(said, next);
    }

    /** Asks where the API is. */
    public static <F extends AuthorizationFlow> Step<NeedsResourceServers<F>> resourceServers() {
        return said -> new AtServers<>(said);
    }

    /** Makes the service. */
    public static <F extends AuthorizationFlow> Step<Service<F>> service() {
        return said -> made(said.choices());
    }

    /** Makes a service that is read when it is used. */
    public static <F extends AuthorizationFlow> Step<Service<F>> lazyService() {
        return said -> new LazyService<>(said.linkName, () -> made(said.choices()));
    }

    @SuppressWarnings("unchecked") // the constants' types are generated from the entries, and a test makes each service
    private static <F extends AuthorizationFlow> Service<F> made(Choices choices) {
        return (Service<F>) choices.service();
    }

    private record AtDataCenter<S>(Said said, Step<S> next) implements NeedsDataCenter<S> {
        @Override
        public S at(DataCenter home) {
            return next.of(said.now(said.choices().at(home)));
        }
    }

    private record WithInputs<S>(Said said, Step<S> next) implements NeedsInputs<S> {
        @Override
        public S with(Map<String, String> inputs) {
            return next.of(said.now(said.choices().with(inputs).complete()));
        }

        @Override
        public S askingWhenConnecting() {
            return next.of(said.now(said.choices().askingWhenConnecting()));
        }
    }

    private record AsClient<S>(Said said, Step<S> next) implements TakesInputs<S> {
        @Override
        public NeedsClient<S> with(Map<String, String> inputs) {
            return new AsClient<>(said.now(said.choices().with(inputs)), next);
        }

        @Override
        public NeedsClient<S> askingWhenConnecting() {
            return new AsClient<>(said.now(said.choices().askingWhenConnecting()), next);
        }

        @Override
        public S client(String id, Secret secret) {
            return next.of(said.now(said.choices().as(id, Optional.of(secret))));
        }

        @Override
        public S publicClient(String id) {
            return next.of(said.now(said.choices().as(id, Optional.empty())));
        }
    }

    private record AtServers<F extends AuthorizationFlow>(Said said) implements NeedsResourceServers<F> {
        @Override
        public Service<F> resourceServers(String first, String... more) {
            var all = new ArrayList<String>();
            all.add(first);
            all.addAll(List.of(more));
            return made(said.choices().reaching(all));
        }
    }
}
