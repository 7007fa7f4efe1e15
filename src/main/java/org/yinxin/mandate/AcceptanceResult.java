package org.yinxin.mandate;

/** What came of accepting an offer. */
public sealed interface AcceptanceResult {

    /** It waits for the giver's signature now. */
    record Accepted() implements AcceptanceResult {}

    /** Somebody was first, the giver took it back, or its time is over. */
    record Gone(MandateStatus status) implements AcceptanceResult {}

    /** The key is not the person's, or not one that a person signs with. */
    record KeyNotAccepted() implements AcceptanceResult {}
}
