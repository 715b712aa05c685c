package dev.connections.examples.benchmarks;

import dev.connections.examples.benchmarks.database.DatabaseWrite;
import dev.connections.examples.benchmarks.flow.BeginAuthorization;
import dev.connections.examples.benchmarks.flow.HostileNumber;
import dev.connections.examples.benchmarks.flow.TokenParse;
import dev.connections.examples.benchmarks.flow.TokenRoundTrip;
import dev.connections.examples.benchmarks.manifest.ManifestEdit;
import dev.connections.examples.benchmarks.manifest.ManifestRead;
import dev.connections.examples.benchmarks.manifest.ManifestValidate;
import dev.connections.examples.benchmarks.rest.FileWrite;
import dev.connections.examples.benchmarks.rest.OpenRecord;
import dev.connections.examples.benchmarks.rest.SealRecord;
import dev.connections.examples.benchmarks.warm.AuthorizedRequest;
import dev.connections.examples.benchmarks.warm.HeldConnection;
import dev.connections.examples.benchmarks.warm.WarmLookup;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One run of JMH: the benchmark methods of a row under one condition. */
record Plan(Class<?> type, ChainedOptionsBuilder options) {
    private static final String CONNECTIONS = "connections";
    private static final int MILLION = 1_000_000;
    private static final long BYTES_OF_MEMORY_FOR_EACH = 20_000;

    /** All plans. */
    static List<Plan> of(Effort effort) {
        Stream<Plan> usual = Stream.of(
                        HeldConnection.class,
                        AuthorizedRequest.class,
                        TokenRoundTrip.class,
                        TokenParse.class,
                        BeginAuthorization.class,
                        DatabaseWrite.class,
                        SealRecord.class,
                        OpenRecord.class,
                        FileWrite.class)
                .map(type -> new Plan(type, options(type, "", effort)));
        return Stream.of(lookups(effort), usual, manifests(effort), hostile(effort))
                .flatMap(plans -> plans)
                .toList();
    }

    private static Stream<Plan> lookups(Effort effort) {
        Stream<Plan> thousand = Stream.of(1, 2)
                .map(threads -> new Plan(
                        WarmLookup.class, options(WarmLookup.class, "", effort).threads(threads)));
        return effort == Effort.QUICK ? thousand : Stream.concat(thousand, Stream.of(many(effort)));
    }

    /** A million connections where the memory is there, else as many as fit. It takes minutes to make them: one JVM. */
    private static Plan many(Effort effort) {
        int connections = (int) Math.min(MILLION, memory() / BYTES_OF_MEMORY_FOR_EACH);
        return new Plan(
                WarmLookup.class,
                options(WarmLookup.class, "", effort)
                        .forks(1)
                        .param(CONNECTIONS, Integer.toString(connections))
                        .jvmArgsAppend("-Xmx" + memory() / 2));
    }

    private static long memory() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }

    /** Of one size to look at, of three for numbers to quote. */
    private static Stream<Plan> manifests(Effort effort) {
        return Stream.of(ManifestRead.class, ManifestValidate.class, ManifestEdit.class)
                .map(type -> new Plan(
                        type,
                        effort == Effort.QUICK
                                ? options(type, "", effort).param("entries", "1000")
                                : options(type, "", effort)));
    }

    /** The other library needs half a minute for it. */
    private static Stream<Plan> hostile(Effort effort) {
        Plan connections = new Plan(HostileNumber.class, options(HostileNumber.class, CONNECTIONS, effort));
        Plan peer = new Plan(
                HostileNumber.class,
                options(HostileNumber.class, "nimbus", effort)
                        .forks(1)
                        .warmupIterations(0)
                        .measurementIterations(1));
        return effort == Effort.QUICK ? Stream.of(connections) : Stream.of(connections, peer);
    }

    private static ChainedOptionsBuilder options(Class<?> type, String method, Effort effort) {
        return new OptionsBuilder()
                .include("^" + Pattern.quote(type.getName() + "." + method))
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .warmupTime(time(effort))
                .measurementIterations(effort.iterations())
                .measurementTime(time(effort))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
    }

    private static TimeValue time(Effort effort) {
        return TimeValue.milliseconds(effort.iteration().toMillis());
    }

    String row() {
        return type.getAnnotation(Row.class).number();
    }

    Options built() {
        return options.build();
    }
}
