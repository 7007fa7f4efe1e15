package org.yinxin.bench;

/** One entry of the performance table. */
interface Benchmark {

    String name();

    Result run() throws Exception;
}
