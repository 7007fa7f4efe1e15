package org.yinxin.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.jcajce.provider.digest.Keccak;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as the database keeps it, whether or not that is true.
 *
 * @param hash 0x and 64 digits, as is {@code blockHash}
 * @param account 0x and 40 digits
 * @param status {@code SIGNED}, {@code MINED} or {@code SUPERSEDED}
 * @param raw what was signed
 */
public record BookedTransaction(
        String hash,
        String account,
        String status,
        @Nullable Long blockNumber,
        @Nullable String blockHash,
        byte[] raw) {

    private static final int ID = 16;

    /** No entry is longer than this, an assertion's client data included. */
    private static final int ENTRY = 16_384;

    /** The hash that the signed bytes have in truth. */
    public String rawHash() {
        return "0x" + HexFormat.of().formatHex(new Keccak.Digest256().digest(raw));
    }

    /** Whether what was signed carries the entry. */
    public boolean carries(UUID entry) {
        return rawHash().equals(hash) && place(entry) >= 0;
    }

    /** Whether what was signed says all of this of the entry: it stands behind the entry's identifier. */
    public boolean says(UUID entry, Collection<byte[]> words) {
        int from = place(entry);
        return from >= 0 && words.stream().allMatch(word -> find(word, from, Math.min(raw.length, from + ENTRY)) >= 0);
    }

    private int place(UUID entry) {
        byte[] wanted = ByteBuffer.allocate(ID)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .array();
        return find(wanted, 0, raw.length);
    }

    private int find(byte[] wanted, int from, int to) {
        for (int at = from; at + wanted.length <= to; at++) {
            if (raw[at] == wanted[0] && Arrays.equals(raw, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
