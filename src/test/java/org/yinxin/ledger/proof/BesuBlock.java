package org.yinxin.ledger.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A block of a real Besu network, as its nodes told it. */
record BesuBlock(JsonNode told) {

    static final List<String> NAMES =
            List.of("empty-block", "one-transaction", "many-transactions-mixed-types", "one-validator-down");

    static BesuBlock named(String name) {
        try (InputStream in = BesuBlock.class.getResourceAsStream("/besu-qbft/" + name + ".json")) {
            return new BesuBlock(new JsonMapper().readTree(Objects.requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BlockMaterial material() {
        return RpcBlock.read(1337, told.get("block"), told.get("receipts"));
    }

    KnownChain chain() {
        return KnownChain.of(1337, validators());
    }

    List<String> validators() {
        List<String> validators = new ArrayList<>();
        told.get("validators").forEach(validator -> validators.add(validator.asString()));
        return validators;
    }

    List<Place> events() {
        List<Place> places = new ArrayList<>();
        for (JsonNode receipt : told.get("receipts")) {
            for (JsonNode log : receipt.get("logs")) {
                places.add(new Place(
                        Integer.decode(log.get("transactionIndex").asString()),
                        Integer.decode(log.get("logIndex").asString()),
                        log));
            }
        }
        return places;
    }

    ReceiptProof firstProof() {
        Place place = events().getFirst();
        return material().proof(place.transactionIndex(), place.logIndex());
    }

    /** Where an event stands, as the node tells it. */
    record Place(int transactionIndex, int logIndex, JsonNode log) {}
}
