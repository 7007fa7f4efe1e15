package org.yinxin.sealing.plan;

/** The pages from one to another, both included, counted from 1. */
public record PageSpan(int from, int to) {

    public PageSpan {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("No pages from " + from + " to " + to);
        }
    }
}
