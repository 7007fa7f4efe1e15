package org.yinxin.ledger.reconciliation;

/**
 * One thing that does not match.
 *
 * @param what the column or the event's field
 * @param expected what follows from the chain
 * @param found what the database says
 */
public record Mismatch(String what, String expected, String found) {}
