package org.yinxin.ledger;

/** A node did not answer, or not sensibly; says nothing about what the chain holds. */
public class NodeSilentException extends RuntimeException {

    public NodeSilentException(String node, Throwable cause) {
        super("The node of " + node + " does not answer: " + cause.getMessage(), cause);
    }

    public NodeSilentException(String node, String said) {
        super("The node of " + node + " does not answer: " + said);
    }
}
