package org.yinxin.ledger.web3j;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.web3j.utils.Numeric;

/** Entries' identifiers as the contract holds them: sixteen bytes, and as a topic followed by zeros. */
final class EntryIds {

    private EntryIds() {}

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static String topic(UUID id) {
        return Numeric.toHexString(ByteBuffer.allocate(32).put(bytes(id)).array());
    }
}
