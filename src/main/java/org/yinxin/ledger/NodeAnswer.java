package org.yinxin.ledger;

/** One party's node beside the others. */
public record NodeAnswer(String node, Stand stand) {

    /** How a node's answer stands to the answer that is shown. */
    public enum Stand {
        AGREES,
        DIFFERS,
        SILENT
    }
}
