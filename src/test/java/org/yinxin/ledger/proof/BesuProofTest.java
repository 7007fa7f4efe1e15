package org.yinxin.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.ledger.web3j.Secp256k1Recovery;
import tools.jackson.databind.JsonNode;

/** Every event of every recorded block of a real network is proved. */
class BesuProofTest {

    private final ProofCheck check = new ProofCheck(new Secp256k1Recovery());

    static Stream<String> blocks() {
        return BesuBlock.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aHeaderIsPutBackTogetherFromJson(String name) {
        JsonNode told = BesuBlock.named(name).told();

        assertThat(Hex.of(RpcBlock.header(told.get("block"))))
                .isEqualTo(told.get("rawHeader").asString());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void receiptsArePutBackTogetherFromJson(String name) {
        JsonNode told = BesuBlock.named(name).told();

        for (int i = 0; i < told.get("receipts").size(); i++) {
            byte[] raw = Hex.bytes(told.get("rawReceipts").get(i).asString());
            byte[] bare = (raw[0] & 0xff) < 0xc0 ? Rlp.decode(raw).bytes() : raw;
            assertThat(RpcBlock.receipt(told.get("receipts").get(i))).isEqualTo(bare);
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void transactionsArePutBackTogetherFromJson(String name) {
        for (JsonNode transaction : BesuBlock.named(name).told().get("block").get("transactions")) {
            BlockTransaction decoded = BlockTransaction.decode(RpcBlock.transaction(transaction));

            assertThat(Hex.of(decoded.hash())).isEqualTo(transaction.get("hash").asString());
            assertThat(Hex.of(decoded.sender(new Secp256k1Recovery())))
                    .isEqualTo(transaction.get("from").asString());
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void theRootsAreTheHeaders(String name) {
        BlockMaterial material = BesuBlock.named(name).material();
        BlockHeader header = BlockHeader.decode(material.header());

        assertThat(new IndexTrie(material.receipts()).root()).isEqualTo(header.receiptsRoot());
        assertThat(new IndexTrie(material.transactions()).root()).isEqualTo(header.transactionsRoot());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyEventIsProvedThroughItsFile(String name) {
        BesuBlock block = BesuBlock.named(name);
        BlockMaterial material = block.material();

        for (BesuBlock.Place place : block.events()) {
            ReceiptProof made = material.proof(place.transactionIndex(), place.logIndex());
            ReceiptProof read = ProofFile.read(ProofFile.write(made).getBytes(StandardCharsets.UTF_8));
            ProvenEvent event = check.check(read, block.chain());

            assertThat(event.contract()).isEqualTo(place.log().get("address").asString());
            assertThat(event.data()).isEqualTo(place.log().get("data").asString());
            assertThat(event.topics())
                    .containsExactlyElementsOf(place.log()
                            .get("topics")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
            assertThat(event.blockHash()).isEqualTo(place.log().get("blockHash").asString());
            assertThat(event.transactionHash())
                    .isEqualTo(place.log().get("transactionHash").asString());
            assertThat(block.validators()).containsAll(event.signedBy());
            assertThat(event.signedBy()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(event.signed()).isTrue();
        }
    }

    @Test
    void thereAreEventsToProve() {
        assertThat(BesuBlock.NAMES.stream()
                        .mapToInt(name -> BesuBlock.named(name).events().size())
                        .sum())
                .isGreaterThan(30);
    }

    @Test
    void anEmptyBlockHasEmptyRoots() {
        assertThat(BesuBlock.named("empty-block").material().receipts()).isEmpty();
        assertThatThrownBy(() -> BesuBlock.named("empty-block").material().proof(0, 0))
                .isInstanceOf(ProofRefusedException.class);
    }

    @Test
    void aTransactionThatTheChainRefusedProvesNothing() {
        BesuBlock block = BesuBlock.named("many-transactions-mixed-types");
        List<byte[]> receipts = block.material().receipts();
        int reverted = receipts.stream()
                .filter(receipt -> !BlockReceipt.decode(receipt).succeeded())
                .mapToInt(receipts::indexOf)
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> check.check(block.material().proof(reverted, 0), block.chain()))
                .isInstanceOfSatisfying(
                        ProofRefusedException.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(ProofFlaw.REVERTED));
    }

    @Test
    void withOneValidatorDownThreeSign() {
        BesuBlock block = BesuBlock.named("one-validator-down");

        assertThat(check.check(block.firstProof(), block.chain()).signedBy()).hasSize(3);
    }

    @Test
    void aNodeThatTellsSomethingElseThanTheBlockHoldsIsFoundOut() {
        BlockMaterial material = BesuBlock.named("one-transaction").material();
        byte[] other = Arrays.copyOf(
                material.receipts().getFirst(), material.receipts().getFirst().length);
        other[other.length - 1] ^= 1;
        BlockMaterial lie = new BlockMaterial(
                1337, material.blockHash(), material.header(), material.transactions(), List.of(other));

        assertThatThrownBy(() -> lie.proof(0, 0)).isInstanceOf(ProofRefusedException.class);
    }
}
