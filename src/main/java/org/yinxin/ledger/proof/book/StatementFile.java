package org.yinxin.ledger.proof.book;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.proof.ProofFile;
import org.yinxin.ledger.proof.ProofRefusedException;
import org.yinxin.ledger.proof.ReceiptProof;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Statements as files: JSON with the format's name in it. Signed are the bytes of {@code statement}, written without blanks
 * in the order of its fields.
 */
public final class StatementFile {

    /** The only format so far. */
    public static final String FORMAT = "yinxin-use-book-statement-1";

    private static final int MAX_CHARACTERS = 40_000_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_CHARACTERS)
                            .maxStringLength(MAX_CHARACTERS)
                            .maxNestingDepth(8)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper PRETTY =
            JSON.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StatementFile() {}

    private record Line(String event, String entry, Map<String, String> fields) {}

    private record Content(
            String sealNumber,
            long chainId,
            String contract,
            String issuedAt,
            String issuedBy,
            List<Line> entries,
            @Nullable JsonNode proofBeforeFirst,
            JsonNode proofOfLast) {}

    private record File(String format, JsonNode statement, String signature) {}

    /** What is signed. */
    public static byte[] content(BookStatement statement) {
        return JSON.writeValueAsBytes(new Content(
                statement.sealNumber(),
                statement.chainId(),
                statement.contract(),
                statement.issuedAt().toString(),
                statement.issuedBy(),
                statement.lines().stream()
                        .map(line -> new Line(
                                line.event().contractsName(), line.entry().toString(), line.fields()))
                        .toList(),
                statement.before() == null ? null : tree(statement.before()),
                tree(statement.end())));
    }

    public static byte[] write(BookStatement statement, byte[] signature) {
        return PRETTY.writeValueAsBytes(new File(
                FORMAT, JSON.readTree(content(statement)), Base64.getEncoder().encodeToString(signature)));
    }

    /** @throws StatementRefusedException when it is no statement of a format that is known */
    public static SignedStatement read(byte[] json) {
        try {
            File file = JSON.readValue(json, File.class);
            if (!FORMAT.equals(file.format())) {
                throw new StatementRefusedException(StatementFlaw.UNREADABLE, "another format");
            }
            BookStatement statement = statement(JSON.treeToValue(file.statement(), Content.class));
            return new SignedStatement(
                    statement, content(statement), Base64.getDecoder().decode(file.signature()));
        } catch (JacksonException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            throw new StatementRefusedException(StatementFlaw.UNREADABLE, "not a statement");
        }
    }

    private static BookStatement statement(Content content) {
        return new BookStatement(
                content.sealNumber(),
                content.chainId(),
                content.contract(),
                Instant.parse(content.issuedAt()),
                content.issuedBy(),
                content.entries().stream().map(StatementFile::line).toList(),
                content.proofBeforeFirst() == null || content.proofBeforeFirst().isNull()
                        ? null
                        : proof(content.proofBeforeFirst()),
                proof(content.proofOfLast()));
    }

    private static BookLine line(Line line) {
        return new BookLine(BookEvent.called(line.event()), UUID.fromString(line.entry()), line.fields());
    }

    private static JsonNode tree(ReceiptProof proof) {
        return JSON.readTree(ProofFile.write(proof));
    }

    private static ReceiptProof proof(JsonNode node) {
        try {
            return ProofFile.read(node.toString().getBytes(StandardCharsets.UTF_8));
        } catch (ProofRefusedException e) {
            throw new StatementRefusedException(StatementFlaw.UNREADABLE, "a proof that is none");
        }
    }
}
