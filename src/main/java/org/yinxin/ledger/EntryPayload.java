package org.yinxin.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yinxin.shared.Digest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How entries and receipts' fields stand in the database as JSON. */
final class EntryPayload {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Digest.class, new DigestWriter())
                    .addDeserializer(Digest.class, new DigestReader()))
            .build();

    private EntryPayload() {}

    static String write(LedgerEntry entry) {
        return JSON.writeValueAsString(entry);
    }

    static LedgerEntry read(EntryKind kind, String json) {
        return JSON.readValue(json, kind.type());
    }

    static String writeFields(Map<String, String> fields) {
        return JSON.writeValueAsString(fields);
    }

    static Map<String, String> readFields(String json) {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    private static final class DigestWriter extends ValueSerializer<Digest> {
        @Override
        public void serialize(Digest digest, JsonGenerator generator, SerializationContext context) {
            generator.writeString(digest.hex());
        }
    }

    private static final class DigestReader extends ValueDeserializer<Digest> {
        @Override
        public Digest deserialize(JsonParser parser, DeserializationContext context) {
            return Digest.fromHex(parser.getString());
        }
    }
}
