package org.yinxin.ledger.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Puts a block as nodes tell it in JSON (Ethereum execution APIs) back into the bytes that the chain hashes. A node that
 * tells something else than the block holds is found out when its roots do not match.
 */
public final class RpcBlock {

    private static final List<String> HEADER = List.of(
            "parentHash",
            "sha3Uncles",
            "miner",
            "stateRoot",
            "transactionsRoot",
            "receiptsRoot",
            "logsBloom",
            "#difficulty",
            "#number",
            "#gasLimit",
            "#gasUsed",
            "#timestamp",
            "extraData",
            "mixHash",
            "nonce");
    /** In the order in which London, Shanghai, Cancun and Prague appended them; a chain has a first part of them. */
    private static final List<String> LATER_HEADER = List.of(
            "#baseFeePerGas",
            "withdrawalsRoot",
            "#blobGasUsed",
            "#excessBlobGas",
            "parentBeaconBlockRoot",
            "requestsHash");

    private static final List<String> LEGACY =
            List.of("#nonce", "#gasPrice", "#gas", "to", "#value", "input", "#v", "#r", "#s");
    private static final List<String> ACCESS_LIST = List.of(
            "#chainId", "#nonce", "#gasPrice", "#gas", "to", "#value", "input", "accessList", "#yParity", "#r", "#s");
    private static final List<String> FEE_MARKET = List.of(
            "#chainId",
            "#nonce",
            "#maxPriorityFeePerGas",
            "#maxFeePerGas",
            "#gas",
            "to",
            "#value",
            "input",
            "accessList",
            "#yParity",
            "#r",
            "#s");

    private RpcBlock() {}

    /**
     * @param block the answer to {@code eth_getBlockByHash} with whole transactions
     * @param receipts the answer to {@code eth_getBlockReceipts}
     * @throws ProofRefusedException when something is missing or in a form that is not known
     */
    public static BlockMaterial read(long chainId, JsonNode block, JsonNode receipts) {
        return new BlockMaterial(
                chainId,
                Hex.bytes(text(block, "hash")),
                header(block),
                each(block.path("transactions"), RpcBlock::transaction),
                each(receipts, RpcBlock::receipt));
    }

    static byte[] header(JsonNode block) {
        List<Rlp> fields = new ArrayList<>(fields(block, HEADER));
        for (String name : LATER_HEADER) {
            if (!block.hasNonNull(name.replace("#", ""))) {
                break;
            }
            fields.add(field(block, name));
        }
        return Rlp.of(fields).encode();
    }

    static byte[] transaction(JsonNode transaction) {
        int type = type(transaction);
        List<String> names = switch (type) {
            case 0 -> LEGACY;
            case 1 -> ACCESS_LIST;
            case 2 -> FEE_MARKET;
            default -> throw refused("a transaction of type " + type);
        };
        return TypedEnvelope.encode(type, fields(transaction, names));
    }

    static byte[] receipt(JsonNode receipt) {
        List<Rlp> events = new ArrayList<>();
        for (JsonNode log : receipt.path("logs")) {
            List<Rlp> topics = new ArrayList<>();
            log.path("topics").forEach(topic -> topics.add(Rlp.of(Hex.bytes(topic.asString()))));
            events.add(Rlp.of(List.of(field(log, "address"), Rlp.of(topics), field(log, "data"))));
        }
        List<Rlp> fields = List.of(
                field(receipt, "#status"),
                field(receipt, "#cumulativeGasUsed"),
                field(receipt, "logsBloom"),
                Rlp.of(events));
        return TypedEnvelope.encode(type(receipt), fields);
    }

    private static List<Rlp> fields(JsonNode node, List<String> names) {
        return names.stream().map(name -> field(node, name)).toList();
    }

    private static Rlp field(JsonNode node, String name) {
        if (name.startsWith("#")) {
            return Rlp.of(number(text(node, name.substring(1))));
        }
        return switch (name) {
            // A transaction that makes a contract goes to nobody.
            case "to" -> Rlp.of(node.hasNonNull("to") ? Hex.bytes(text(node, "to")) : new byte[0]);
            case "accessList" -> accessList(node.path("accessList"));
            default -> Rlp.of(Hex.bytes(text(node, name)));
        };
    }

    private static Rlp accessList(JsonNode list) {
        List<Rlp> items = new ArrayList<>();
        for (JsonNode item : list) {
            List<Rlp> keys = new ArrayList<>();
            item.path("storageKeys").forEach(key -> keys.add(Rlp.of(Hex.bytes(key.asString()))));
            items.add(Rlp.of(List.of(field(item, "address"), Rlp.of(keys))));
        }
        return Rlp.of(items);
    }

    private static int type(JsonNode node) {
        return node.hasNonNull("type") ? number(text(node, "type")).intValueExact() : 0;
    }

    private static BigInteger number(String hex) {
        if (!hex.matches("0x[0-9a-fA-F]{1,64}")) {
            throw refused("no number: " + hex);
        }
        return new BigInteger(hex.substring(2), 16);
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw refused("the node does not tell " + name);
        }
        return value.asString();
    }

    private static List<byte[]> each(JsonNode list, Function<JsonNode, byte[]> encode) {
        return StreamSupport.stream(list.spliterator(), false).map(encode).toList();
    }

    private static ProofRefusedException refused(String why) {
        return new ProofRefusedException(ProofFlaw.UNREADABLE, why);
    }
}
