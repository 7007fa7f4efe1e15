package org.yinxin.bench;

import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param figures ratios end in {@code _ratio}
 * @param baseline what it was compared with, in the same run
 * @param notes what the figures do not show
 */
record Result(String name, Map<String, Double> figures, String baseline, String machine, String notes) {

    static Result of(String name, Map<String, Double> figures, String baseline, String notes) {
        return new Result(name, figures, baseline, thisMachine(), notes);
    }

    private static String thisMachine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, %d GiB, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                        Runtime.version().feature());
    }
}
