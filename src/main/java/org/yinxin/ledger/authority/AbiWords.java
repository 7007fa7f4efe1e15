package org.yinxin.ledger.authority;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.yinxin.shared.Digest;

/** Values in words of 32 bytes, one after the other, as Solidity's {@code abi.encode} lays out static types. */
public final class AbiWords {

    private final ByteArrayOutputStream words = new ByteArrayOutputStream();

    public AbiWords bytes32(Digest value) {
        words.writeBytes(value.bytes());
        return this;
    }

    /** A bytes16: sixteen bytes and then zeros. */
    public AbiWords bytes16(UUID value) {
        words.writeBytes(ByteBuffer.allocate(Digest.LENGTH)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
        return this;
    }

    /** An unsigned integer of any width. */
    public AbiWords uint(long value) {
        words.writeBytes(ByteBuffer.allocate(Digest.LENGTH).putLong(24, value).array());
        return this;
    }

    /** Seconds since 1970. */
    public AbiWords time(Instant value) {
        return uint(value.getEpochSecond());
    }

    public AbiWords bool(boolean value) {
        return uint(value ? 1 : 0);
    }

    /** @param hex 0x and 40 hexadecimal digits */
    public AbiWords address(String hex) {
        return bytes32(Digest.fromHex("0".repeat(24) + hex.substring(2)));
    }

    /** 0x and the digits of all words. */
    public String hex() {
        return "0x" + HexFormat.of().formatHex(words.toByteArray());
    }

    /** Their Keccak-256, the hash of Ethereum (not SHA3-256, whose padding differs). */
    public Digest keccak() {
        return keccak(words.toByteArray());
    }

    /** Keccak-256 of the text's UTF-8 bytes. */
    public static Digest keccak(String text) {
        return keccak(text.getBytes(StandardCharsets.UTF_8));
    }

    static Digest keccak(byte[]... parts) {
        KeccakDigest digest = new KeccakDigest(256);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[Digest.LENGTH];
        digest.doFinal(hash, 0);
        return Digest.of(hash);
    }
}
