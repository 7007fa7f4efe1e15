package org.yinxin.embedded;

import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many transactions a state file holds, and how many its accounts have sent. Anvil writes down its blocks first and its
 * accounts a moment later: a block in between is in the accounts alone.
 */
record ChainStateTally(long held, long sent) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of something that is no state file nothing adds up. */
    static ChainStateTally of(Path json) {
        try (JsonParser parser = JSON.createParser(json)) {
            long held = 0;
            long sent = 0;
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("transactions") && value == JsonToken.START_ARRAY) {
                    held = elements(parser);
                } else if (name.equals("accounts") && value == JsonToken.START_OBJECT) {
                    sent = nonces(parser);
                } else {
                    parser.skipChildren();
                }
            }
            return new ChainStateTally(held, sent);
        } catch (JacksonException e) {
            return new ChainStateTally(0, 1);
        }
    }

    boolean adds() {
        return held >= sent;
    }

    private static long elements(JsonParser array) {
        long elements = 0;
        while (array.nextToken() != JsonToken.END_ARRAY) {
            array.skipChildren();
            elements++;
        }
        return elements;
    }

    private static long nonces(JsonParser accounts) {
        long nonces = 0;
        while (accounts.nextToken() == JsonToken.PROPERTY_NAME) {
            accounts.nextToken();
            nonces += nonce(accounts);
        }
        return nonces;
    }

    /** Contracts count their creations, not transactions. */
    private static long nonce(JsonParser account) {
        long nonce = 0;
        boolean person = true;
        while (account.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = account.currentName();
            JsonToken value = account.nextToken();
            if (name.equals("nonce") && value == JsonToken.VALUE_NUMBER_INT) {
                nonce = account.getLongValue();
            } else if (name.equals("code")) {
                person = account.getString().equals("0x");
            } else {
                account.skipChildren();
            }
        }
        return person ? nonce : 0;
    }
}
