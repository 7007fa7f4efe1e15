package org.yinxin.ledger.proof;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Proofs as files: JSON with the format's name in it, all bytes in hexadecimal digits. */
public final class ProofFile {

    /** The only format so far. */
    public static final String FORMAT = "yinxin-receipt-proof-1";

    private static final int MAX_CHARACTERS = 8_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_CHARACTERS)
                            .maxStringLength(MAX_CHARACTERS)
                            .maxNestingDepth(8)
                            .build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ProofFile() {}

    /** A proof's fields as they stand in the file. */
    private record Content(
            String format,
            long chainId,
            String blockHash,
            String header,
            int transactionIndex,
            String transaction,
            List<String> transactionProof,
            String receipt,
            List<String> receiptProof,
            int eventPosition) {}

    public static String write(ReceiptProof proof) {
        return JSON.writeValueAsString(new Content(
                FORMAT,
                proof.chainId(),
                Hex.of(proof.blockHash()),
                Hex.of(proof.header()),
                proof.transactionIndex(),
                Hex.of(proof.transaction()),
                proof.transactionNodes().stream().map(Hex::of).toList(),
                Hex.of(proof.receipt()),
                proof.receiptNodes().stream().map(Hex::of).toList(),
                proof.logPosition()));
    }

    /** @throws ProofRefusedException when it is no proof file of a format that is known */
    public static ReceiptProof read(byte[] json) {
        try {
            Content content = JSON.readValue(json, Content.class);
            if (!FORMAT.equals(content.format())) {
                throw new ProofRefusedException(ProofFlaw.UNREADABLE, "another format");
            }
            return new ReceiptProof(
                    content.chainId(),
                    Hex.bytes(content.blockHash()),
                    Hex.bytes(content.header()),
                    content.transactionIndex(),
                    Hex.bytes(content.transaction()),
                    content.transactionProof().stream().map(Hex::bytes).toList(),
                    Hex.bytes(content.receipt()),
                    content.receiptProof().stream().map(Hex::bytes).toList(),
                    content.eventPosition());
        } catch (JacksonException | NullPointerException e) {
            throw new ProofRefusedException(ProofFlaw.UNREADABLE, "not a proof file");
        }
    }
}
