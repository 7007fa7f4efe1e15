package org.yinxin.ledger;

/** A transaction got no signature that can be used; what it should have carried waits. */
public class CouldNotSignException extends RuntimeException {

    private final Party party;

    public CouldNotSignException(Party party, String why) {
        super(why);
        this.party = party;
    }

    public Party party() {
        return party;
    }
}
