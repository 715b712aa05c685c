package dev.connections.examples.benchmarks.report;

import java.util.stream.DoubleStream;

/**
 * A median, and an interval that holds the true one in at least 93 of 100 cases (of five measurements: the least and the
 * greatest).
 *
 * @param median the median
 * @param low the lower end of the interval
 * @param high its upper end
 */
public record Estimate(double median, double low, double high) {
    private static final double MISSED_AT_MOST = 0.07;

    /** Estimates the median of what measurements are drawn from. */
    public static Estimate of(double... measurements) {
        double[] sorted = DoubleStream.of(measurements).sorted().toArray();
        int outside = outside(sorted.length);
        return new Estimate(median(sorted), sorted[outside], sorted[sorted.length - 1 - outside]);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** How many measurements may be left out at each end: the binomial distribution's word. */
    private static int outside(int count) {
        double oneEnd = Math.pow(0.5, count); // that all lie on one side of the median
        double probability = oneEnd;
        int outside = 0;
        for (int k = 1; k < (count + 1) / 2; k++) {
            oneEnd = oneEnd * (count - k + 1) / k;
            probability += oneEnd;
            if (2 * probability > MISSED_AT_MOST) {
                return outside;
            }
            outside = k;
        }
        return outside;
    }

    /** How many times another: at worst and at best of both intervals. */
    Estimate over(Estimate other) {
        return new Estimate(median / other.median, low / other.high, high / other.low);
    }

    /** What is left of it without another. */
    Estimate minus(Estimate other) {
        return new Estimate(median - other.median, low - other.high, high - other.low);
    }

    /** Compares it with what it may be at most. */
    public String against(double bound) {
        if (high <= bound) {
            return "met";
        }
        return low > bound ? "missed" : "not distinguishable";
    }
}
