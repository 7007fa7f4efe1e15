package org.yinxin.authority;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that a stranger's browser sent, read in one way only: no member twice, nothing after it. */
final class BrowserJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BrowserJson() {}

    /** @throws tools.jackson.core.JacksonException when it is no JSON */
    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    /** @throws IllegalArgumentException when there is no such text */
    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("No text " + name);
        }
        return value.stringValue();
    }
}
