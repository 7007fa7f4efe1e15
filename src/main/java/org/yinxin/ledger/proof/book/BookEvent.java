package org.yinxin.ledger.proof.book;

import static org.yinxin.ledger.proof.book.AbiType.BYTES32;
import static org.yinxin.ledger.proof.book.AbiType.MARK;
import static org.yinxin.ledger.proof.book.AbiType.PARTY;
import static org.yinxin.ledger.proof.book.AbiType.UINT;

import java.util.List;
import org.yinxin.ledger.authority.AbiWords;

/** The contract's events that give an entry a number in a use book; each is about an entry, which its first topic names. */
public enum BookEvent {
    /** A use was recorded. */
    USE(
            "UseRecorded",
            "UseRecorded(bytes16,bytes32,bytes32,uint64,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32)",
            List.of(
                    Field.indexed("seal"),
                    Field.indexed("use"),
                    Field.outside("number", UINT),
                    Field.inside("authorised", BYTES32),
                    Field.inside("sealedRevision", BYTES32),
                    Field.inside("purpose", BYTES32),
                    Field.inside("mandate", BYTES32),
                    Field.inside("kind", BYTES32),
                    Field.outside("previous", BYTES32),
                    Field.outside("head", BYTES32))),
    /** A use was declared void, or disputed. */
    MARK_OF_USE(
            "UseMarked",
            "UseMarked(bytes16,bytes32,bytes32,uint64,uint8,bytes32,uint8,bytes32,bytes32,bytes32)",
            List.of(
                    Field.indexed("seal"),
                    Field.indexed("use"),
                    Field.outside("number", UINT),
                    Field.inside("mark", MARK),
                    Field.inside("reason", BYTES32),
                    Field.inside("by", PARTY),
                    Field.inside("mandate", BYTES32),
                    Field.outside("previous", BYTES32),
                    Field.outside("head", BYTES32)));

    private final String contractsName;
    private final String signature;
    private final List<Field> fields;

    BookEvent(String contractsName, String signature, List<Field> fields) {
        this.contractsName = contractsName;
        this.signature = signature;
        this.fields = fields;
    }

    /**
     * A field of an event.
     *
     * @param indexed whether it is a topic of its own
     * @param inFact whether the hash of the entry takes it in as part of the fact
     */
    record Field(String name, AbiType type, boolean indexed, boolean inFact) {

        static Field indexed(String name) {
            return new Field(name, BYTES32, true, true);
        }

        static Field inside(String name, AbiType type) {
            return new Field(name, type, false, true);
        }

        static Field outside(String name, AbiType type) {
            return new Field(name, type, false, false);
        }
    }

    /** @throws StatementRefusedException when no event of a use book is called so */
    public static BookEvent called(String name) {
        for (BookEvent event : values()) {
            if (event.contractsName.equals(name)) {
                return event;
            }
        }
        throw new StatementRefusedException(StatementFlaw.UNREADABLE, "an event " + name);
    }

    /** As the contract calls it. */
    public String contractsName() {
        return contractsName;
    }

    List<Field> fields() {
        return fields;
    }

    /** The first topic of its logs. */
    String topic() {
        return AbiWords.keccak(signature).hex();
    }
}
