package dev.connections.examples.benchmarks.coldstart;

import dev.connections.examples.benchmarks.Row;
import dev.connections.examples.benchmarks.flow.HttpRequestBuffer;
import dev.connections.examples.benchmarks.flow.LoopbackServer;
import dev.connections.examples.benchmarks.report.Comparison;
import dev.connections.examples.benchmarks.report.Contender;
import dev.connections.examples.benchmarks.report.Estimate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Counts the time from the start of a JVM until its first authorized request has arrived. */
@Row(number = "12", work = "cold start to the first authorized request", timesFloor = 1.15)
public final class ColdStart implements AutoCloseable {
    private static final String BEARER = "Bearer 1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf7c1a2";

    private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
    private final LoopbackServer server = LoopbackServer.start(this::resourceAsked);

    private void resourceAsked(HttpRequestBuffer request) {
        if (request.has("Authorization", BEARER)) {
            arrivals.add(System.nanoTime());
        }
    }

    /** Starts each program as often as told, in turn. */
    public Comparison measure(int times) {
        Map<Program, List<Double>> measured = new EnumMap<>(Program.class);
        for (int i = 0; i < times; i++) {
            for (Program program : Program.values()) {
                measured.computeIfAbsent(program, each -> new ArrayList<>()).add((double) nanoseconds(program));
            }
        }
        List<Contender> contenders = measured.entrySet().stream()
                .map(each -> contender(each.getKey(), each.getValue()))
                .toList();
        return new Comparison(ColdStart.class.getAnnotation(Row.class), times + " JVMs each", contenders);
    }

    private static Contender contender(Program program, List<Double> nanoseconds) {
        double[] all = nanoseconds.stream().mapToDouble(Double::doubleValue).toArray();
        return new Contender(program.label(), Estimate.of(all), OptionalDouble.empty());
    }

    /** Runs a program once. */
    public long nanoseconds(Program program) {
        arrivals.clear();
        long start = System.nanoTime();
        String said = run(program);
        Long arrival = arrivals.poll();
        if (arrival == null) {
            throw new IllegalStateException(program + " sent no authorized request: " + said);
        }
        return arrival - start;
    }

    /** Runs a program once and returns the names of all classes that it loaded. */
    public List<String> loadedClasses(Program program) {
        return run(program, "-Xlog:class+load=info:stdout:none")
                .lines()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private String run(Program program, String... options) {
        return Jvm.run(
                List.of(options),
                ProgramPath.of(program::needs),
                program.mainClass(),
                List.of(server.at("/token").toString(), server.at("/leads").toString()));
    }

    @Override
    public void close() {
        server.close();
    }
}
