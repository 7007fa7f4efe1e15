package org.yinxin.sealing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.SignedUse;
import tools.jackson.databind.json.JsonMapper;

/**
 * A holder's authorisation as a file: the EIP-712 message in the form that every tool for it reads, the key, the
 * signature, and what opens the two commitments. It is for the seal's owner, for it opens them.
 */
public final class AuthorisationFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Map<String, String>> DOMAIN =
            fields("name", "string", "version", "string", "chainId", "uint256", "verifyingContract", "address");
    private static final List<Map<String, String>> USE = fields(
            "entry",
            "bytes16",
            "seal",
            "bytes32",
            "use",
            "bytes32",
            "authorised",
            "bytes32",
            "purpose",
            "bytes32",
            "mandate",
            "bytes32",
            "kind",
            "bytes32",
            "expiry",
            "uint64");

    private AuthorisationFile() {}

    public static byte[] of(UseAuthorityView authority) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("typedData", typedData(authority));
        file.put("digest", authority.digest().hex());
        file.put(
                "key",
                ordered(
                        "kind", authority.key().kind().name(),
                        "x", authority.key().x().hex(),
                        "y", authority.key().y().hex()));
        file.put("signature", signature(authority.signature()));
        file.put(
                "opened",
                ordered(
                        "code", authority.note().code().value(),
                        "salt", authority.note().salt().hex(),
                        "file", authority.upload().hex().substring(2),
                        "at", authority.note().plan().text(),
                        "purpose", authority.purpose(),
                        "documentClass", authority.documentClass().name()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private static Map<String, Object> typedData(UseAuthorityView authority) {
        SignedUse act = authority.act();
        return ordered(
                "types", ordered("EIP712Domain", DOMAIN, "Use", USE),
                "primaryType", "Use",
                "domain",
                        ordered(
                                "name",
                                "Yinxin Seal Ledger",
                                "version",
                                "1",
                                "chainId",
                                authority.domain().chainId(),
                                "verifyingContract",
                                authority.domain().contract()),
                "message",
                        ordered(
                                "entry", bytes16(act.entry()),
                                "seal", act.seal().hex(),
                                "use", act.use().hex(),
                                "authorised", act.authorised().hex(),
                                "purpose", act.purpose().hex(),
                                "mandate", act.mandate().hex(),
                                "kind", act.kind().hex(),
                                "expiry", act.expiry().getEpochSecond()));
    }

    private static Map<String, Object> signature(HolderSignature signature) {
        Map<String, Object> parts =
                ordered("r", signature.r().hex(), "s", signature.s().hex());
        if (signature.authenticatorData() != null && signature.clientDataJson() != null) {
            parts.put("authenticatorData", signature.authenticatorData());
            parts.put("clientDataJSON", signature.clientDataJson());
        }
        return parts;
    }

    private static String bytes16(UUID id) {
        return "0x" + id.toString().replace("-", "");
    }

    private static List<Map<String, String>> fields(String... namesAndTypes) {
        List<Map<String, String>> fields = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            Map<String, String> field = new LinkedHashMap<>();
            field.put("name", namesAndTypes[i]);
            field.put("type", namesAndTypes[i + 1]);
            fields.add(field);
        }
        return List.copyOf(fields);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
