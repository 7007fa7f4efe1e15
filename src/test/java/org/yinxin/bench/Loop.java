package org.yinxin.bench;

import java.lang.management.ManagementFactory;

/** One operation over and over in one thread: how many a second, and how much memory each allocates. */
public record Loop(double perSecond, double bytes) {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is measured; its answer keeps the work from being left out. */
    public interface Operation {
        Object run() throws Exception;
    }

    /** @param seconds for how long */
    public static Loop run(Operation operation, double seconds) throws Exception {
        long thread = Thread.currentThread().threadId();
        long count = 0;
        long seen = 0;
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long now;
        do {
            seen += operation.run().hashCode();
            count++;
            now = System.nanoTime();
        } while (now < end);
        long bytes = THREADS.getThreadAllocatedBytes(thread) - allocated;
        if (seen == Long.MIN_VALUE) {
            throw new IllegalStateException("Never");
        }
        return new Loop(count * 1e9 / (now - begin), (double) bytes / count);
    }

    /**
     * Over and over until the thread itself has worked for so long: on a busy machine a time by the clock would leave the
     * compiler cold.
     */
    public static String warm(Operation operation, double seconds) throws Exception {
        long end = THREADS.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
        long seen = 0;
        do {
            seen += operation.run().hashCode();
        } while (THREADS.getCurrentThreadCpuTime() < end);
        return "warm " + seen;
    }

    /** As one line between two processes. */
    public String line() {
        return perSecond + " " + bytes;
    }

    static Loop parse(String line) {
        String[] parts = line.split(" ");
        return new Loop(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }
}
