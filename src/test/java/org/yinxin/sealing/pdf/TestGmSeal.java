package org.yinxin.sealing.pdf;

import static org.yinxin.pki.Sm2Parties.draw;
import static org.yinxin.pki.Sm2Parties.encoded;
import static org.yinxin.pki.Sm2Parties.sign;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.yinxin.pki.Sm2Parties;
import org.yinxin.seal.ses.GmSigner;
import org.yinxin.seal.ses.SealContent;
import org.yinxin.seal.ses.SealPicture;
import org.yinxin.seal.ses.SealWriter;

/** A seal of the Chinese profile with its SM2 key, its maker and the authority above both. */
public final class TestGmSeal {

    private static final Instant BIRTH =
            Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    private static final Instant END = BIRTH.plus(Duration.ofDays(900));

    private final KeyPair rootKey = draw();
    private final KeyPair makerKey = draw();
    private final KeyPair key = draw();
    private final X509Certificate root = certificate("GM Root", rootKey, true);
    private final X509Certificate maker = certificate("GM Maker", makerKey, false);
    private final X509Certificate certificate;
    private final byte[] file;

    public TestGmSeal(String owner) {
        certificate = certificate(owner, key, false);
        file = SealWriter.write(
                new SealContent(
                        4,
                        "Yinxin",
                        "33010800000001",
                        1,
                        owner,
                        new SealContent.SignerList.Certificates(List.of(encoded(certificate))),
                        BIRTH,
                        BIRTH,
                        END,
                        new SealPicture("png", PdfFixtures.imprint().png(), 40, 40)),
                encoded(maker),
                data -> sign(makerKey, data));
    }

    /** Certifies the maker and the signer. */
    public X509Certificate root() {
        return root;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The seal structure, DER. */
    public byte[] file() {
        return file.clone();
    }

    public GmSigner signer() {
        return new GmSigner(file, certificate, data -> sign(key, data));
    }

    private X509Certificate certificate(String name, KeyPair subject, boolean authority) {
        return Sm2Parties.certificate(
                new X500Name("CN=" + name + ",C=CN"),
                subject,
                new X500Name("CN=GM Root,C=CN"),
                rootKey,
                BIRTH,
                END,
                authority);
    }
}
