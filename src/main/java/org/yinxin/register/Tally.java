package org.yinxin.register;

/** What became of rows that were put into a register. */
public record Tally(int added, int changed, int unchanged) {

    public static final Tally NONE = new Tally(0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(added + other.added, changed + other.changed, unchanged + other.unchanged);
    }
}
