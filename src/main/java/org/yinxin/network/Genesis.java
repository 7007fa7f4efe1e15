package org.yinxin.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The first block: the rules of the chain, and who its validators are. */
final class Genesis {

    private static final int SHORT_LIST = 0xc0;
    private static final int SHORT_STRING = 0x80;
    private static final byte[] NOTHING = list();

    private Genesis() {}

    static String json(List<ChainKey> validators) {
        return template().replace("{validators}", "0x" + HexFormat.of().formatHex(extraData(validators)));
    }

    /** QBFT's extra data of a first block: RLP of vanity, validators in ascending order, no vote, round 0, no seals. */
    static byte[] extraData(List<ChainKey> validators) {
        byte[][] addresses = validators.stream()
                .map(ChainKey::address)
                .sorted(Arrays::compareUnsigned)
                .map(Genesis::string)
                .toArray(byte[][]::new);
        byte[] vanity = string(new byte[32]);
        byte[] roundZero = string(new byte[0]);
        return list(vanity, list(addresses), NOTHING, roundZero, NOTHING);
    }

    private static byte[] string(byte[] bytes) {
        return concatenate(header(SHORT_STRING, bytes.length), bytes);
    }

    private static byte[] list(byte[]... items) {
        byte[] content = concatenate(items);
        return concatenate(header(SHORT_LIST, content.length), content);
    }

    private static byte[] header(int kind, int length) {
        if (length < 56) {
            return new byte[] {(byte) (kind + length)};
        }
        if (length > 0xff) {
            throw new IllegalArgumentException("More validators than fit into this short form");
        }
        return new byte[] {(byte) (kind + 56), (byte) length};
    }

    private static byte[] concatenate(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String template() {
        try (InputStream file = Genesis.class.getResourceAsStream("/network/genesis.json")) {
            if (file == null) {
                throw new IllegalStateException("The template of the first block is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
