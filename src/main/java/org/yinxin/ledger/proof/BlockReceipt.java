package org.yinxin.ledger.proof;

import java.util.List;

/** A transaction's receipt as it stands in the block (yellow paper, 4.3.1, with status as of EIP-658). */
record BlockReceipt(boolean succeeded, List<Event> events) {

    private static final int FIELDS = 4;

    /** What a contract said. */
    record Event(byte[] address, List<byte[]> topics, byte[] data) {}

    static BlockReceipt decode(byte[] encoded) {
        List<Rlp> fields = TypedEnvelope.decode(encoded).fields();
        if (fields.size() != FIELDS) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "a receipt of " + fields.size() + " fields");
        }
        boolean succeeded = fields.getFirst().number().bitLength() == 1;
        return new BlockReceipt(
                succeeded,
                fields.get(3).items().stream().map(BlockReceipt::event).toList());
    }

    private static Event event(Rlp log) {
        List<Rlp> parts = log.items();
        if (parts.size() != 3) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "an event of " + parts.size() + " parts");
        }
        return new Event(
                parts.get(0).bytes(),
                parts.get(1).items().stream().map(Rlp::bytes).toList(),
                parts.get(2).bytes());
    }
}
