package org.yinxin.verification;

import static org.yinxin.pki.Sm2Parties.draw;
import static org.yinxin.pki.Sm2Parties.encoded;
import static org.yinxin.pki.Sm2Parties.sign;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.pki.Sm2Parties;
import org.yinxin.seal.SealStatus;
import org.yinxin.seal.SealView;
import org.yinxin.seal.ses.SealContent;
import org.yinxin.seal.ses.SealPicture;
import org.yinxin.seal.ses.SealWriter;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** A seal in our books and the same seal on the chain, to be bent one way or another. */
final class SealBooks {

    static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant TO = Instant.parse("2029-03-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    static final Uscc OWNER = Uscc.complete("91330106MA2AB3CD4");
    static final String NAME = "杭州云栖数智科技有限公司";
    static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G'};
    static final byte[] FILE = file();

    private SealBooks() {}

    static SealRecord record(SealStatus status) {
        return record(status, NAME, OWNER, PICTURE);
    }

    static SealRecord record(SealStatus status, String name, Uscc uscc, byte[] picture) {
        return new SealRecord(row(status, name, uscc, TO, null), FILE, picture);
    }

    static SealView row(SealStatus status, String name, Uscc uscc, Instant to, @Nullable UUID pending) {
        return new SealView(
                UUID.randomUUID(),
                new SealNumber("33010600000042"),
                1,
                uscc,
                name,
                "Hangzhou Yunqi Digital Technology Co., Ltd.",
                SealKind.STATUTORY_NAME,
                new SealCode("3301060012345"),
                status,
                pending,
                null,
                Digest.random(),
                UUID.randomUUID(),
                FROM,
                FROM,
                FROM,
                to,
                40,
                40,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Digest.sha256(FILE),
                status == SealStatus.ACTIVE);
    }

    static SealOnChain chain(SealOnChain.Status status) {
        return new SealOnChain(
                status, 1, Digest.random(), Digest.sha256(FILE), FROM, TO, 0, Digest.of(new byte[Digest.LENGTH]));
    }

    private static byte[] file() {
        KeyPair maker = draw();
        byte[] certificate = certificate(maker, "Maker");
        SealContent content = new SealContent(
                4,
                "Yinxin",
                "33010600000042",
                SealKind.STATUTORY_NAME.type(),
                NAME,
                new SealContent.SignerList.Certificates(List.of(certificate(draw(), "NTRCN-" + OWNER))),
                FROM,
                FROM,
                TO,
                new SealPicture("png", PICTURE, 40, 40));
        return SealWriter.write(content, certificate, data -> sign(maker, data));
    }

    private static byte[] certificate(KeyPair key, String organisation) {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, organisation)
                .build();
        return encoded(Sm2Parties.certificate(name, key, name, key, FROM, TO, false));
    }
}
