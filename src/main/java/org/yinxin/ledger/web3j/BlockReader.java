package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.yinxin.ledger.NodeSilentException;
import org.yinxin.ledger.proof.BlockMaterial;
import org.yinxin.ledger.proof.RpcBlock;
import tools.jackson.databind.JsonNode;

/** Asks a node for whole blocks, in JSON as it tells them. */
final class BlockReader {

    private final Web3jService service;

    BlockReader(Web3jService service) {
        this.service = service;
    }

    /** An answer that is taken as it comes. */
    static final class Told extends Response<JsonNode> {}

    Optional<BlockMaterial> read(String node, byte[] blockHash) throws IOException {
        String hash = "0x" + HexFormat.of().formatHex(blockHash);
        JsonNode block = ask(node, "eth_getBlockByHash", List.of(hash, true));
        if (block == null || block.isNull()) {
            return Optional.empty();
        }
        JsonNode receipts =
                ask(node, "eth_getBlockReceipts", List.of(block.path("number").asString()));
        JsonNode chainId = ask(node, "eth_chainId", List.of());
        return Optional.of(RpcBlock.read(Long.decode(chainId.asString()), block, receipts));
    }

    private JsonNode ask(String node, String method, List<?> parameters) throws IOException {
        Told told = new Request<>(method, parameters, service, Told.class).send();
        if (told.hasError()) {
            throw new NodeSilentException(node, told.getError().getMessage());
        }
        return told.getResult();
    }
}
