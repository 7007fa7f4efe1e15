package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.web3j.crypto.StructuredDataEncoder;
import org.yinxin.authority.KeyMethod;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.HolderCheck;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.sealing.plan.AuthorisedUse;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuthorisationFileTest {

    private static final LedgerDomain DOMAIN = new LedgerDomain(1337, "0x5fbdb2315678afecb367f032d93f642f64180aa3");
    private static final Digest UPLOAD = Digest.random();
    private static final String PURPOSE = "Lease 租赁 \"2027\"";

    @ParameterizedTest
    @EnumSource(KeyMethod.class)
    void anyToolForTypedDataComesToTheDigestThatTheKeySigned(KeyMethod method) throws Exception {
        UseAuthorityView authority = authority(method);

        JsonNode file = JsonMapper.builder().build().readTree(AuthorisationFile.of(authority));

        byte[] others = new StructuredDataEncoder(file.get("typedData").toString()).hashStructuredData();
        assertThat(Digest.of(others).hex())
                .isEqualTo(file.get("digest").asString())
                .isEqualTo(authority.digest().hex());
        assertThat(HolderCheck.verify(key(file), Digest.of(others), signature(file)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(KeyMethod.class)
    void whatItOpensGivesTheCommitments(KeyMethod method) {
        JsonNode file = JsonMapper.builder().build().readTree(AuthorisationFile.of(authority(method)));

        JsonNode opened = file.get("opened");
        Salt salt = Salt.fromHex(opened.get("salt").asString());
        String authorised = "yinxin-use-1\n" + opened.get("file").asString() + "\n"
                + opened.get("at").asString() + "\n" + opened.get("purpose").asString();
        JsonNode message = file.get("typedData").get("message");
        assertThat(message.get("authorised").asString())
                .isEqualTo(Commitment.of(salt, authorised).hex());
        assertThat(message.get("purpose").asString())
                .isEqualTo(Commitment.of(salt, PURPOSE).hex());
        assertThat(message.get("use").asString())
                .isEqualTo(new UseCode(opened.get("code").asString()).onChain().hex());
    }

    private static UseAuthorityView authority(KeyMethod method) {
        SoftKey key = method == KeyMethod.PASSKEY ? SoftKey.passkey("http://localhost:8080") : SoftKey.es256();
        UseNote note = new UseNote(
                UseCode.random(),
                Salt.random(),
                1234,
                StampPlan.parse("2,1200,2000+seam:1-4,R,all,1200").orElseThrow());
        AuthorisedUse what = AuthorisedUse.of(note, PURPOSE, UPLOAD);
        SignedUse act = new SignedUse(
                UUID.randomUUID(),
                Digest.random(),
                note.code().onChain(),
                what.authorised(),
                what.purpose(),
                Digest.random(),
                Digest.random(),
                Instant.parse("2026-11-22T10:00:00Z"));
        return new UseAuthorityView(
                "沈知远",
                true,
                method,
                "Phone",
                key.key(),
                DOMAIN,
                act,
                key.sign(act.digest(DOMAIN)),
                DocumentClass.CONTRACT,
                UPLOAD,
                note,
                PURPOSE);
    }

    private static AuthorityKey key(JsonNode file) {
        JsonNode key = file.get("key");
        return new AuthorityKey(
                KeyKind.valueOf(key.get("kind").asString()),
                Digest.fromHex(key.get("x").asString()),
                Digest.fromHex(key.get("y").asString()));
    }

    private static HolderSignature signature(JsonNode file) {
        JsonNode signature = file.get("signature");
        return new HolderSignature(
                Digest.fromHex(signature.get("r").asString()),
                Digest.fromHex(signature.get("s").asString()),
                text(signature, "authenticatorData"),
                text(signature, "clientDataJSON"));
    }

    private static String text(JsonNode node, String name) {
        return node.has(name) ? node.get(name).asString() : null;
    }
}
