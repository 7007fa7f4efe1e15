package org.yinxin.sealing.ofd.stamp;

import static org.yinxin.pki.Sm2Parties.draw;
import static org.yinxin.pki.Sm2Parties.encoded;
import static org.yinxin.pki.Sm2Parties.sign;

import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.jspecify.annotations.Nullable;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ImprintSpec;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.Sm2Parties;
import org.yinxin.pki.TimeStamper;
import org.yinxin.seal.ses.GmSigner;
import org.yinxin.seal.ses.SealContent;
import org.yinxin.seal.ses.SealPicture;
import org.yinxin.seal.ses.SealWriter;
import org.yinxin.sealing.plan.StampImage;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;

/** An enterprise with a seal of its own, the seal's maker and the authority above both, for one test. */
public final class SealHolder {

    public static final double SIZE_MM = 40;

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2031-01-01T00:00:00Z");

    private final KeyPair key = draw();
    private final KeyPair rootKey = draw();
    private final X509Certificate root;
    private final X509Certificate certificate;
    private final byte[] seal;
    private final byte[] picture;

    public SealHolder(String name) {
        this(name, "33010800000001");
    }

    public SealHolder(String name, String number) {
        picture = picture(name);
        KeyPair makerKey = draw();
        String authority = name + " Root";
        root = certificate(authority, rootKey, authority, rootKey, true);
        certificate = certificate(name + ",SERIALNUMBER=" + number, key, authority, rootKey, false);
        X509Certificate maker = certificate(name + " Maker", makerKey, authority, rootKey, false);
        SealContent content = new SealContent(
                4,
                "Yinxin",
                number,
                1,
                name,
                new SealContent.SignerList.Certificates(List.of(encoded(certificate))),
                FROM,
                FROM,
                UNTIL,
                new SealPicture("PNG", picture, (int) SIZE_MM, (int) SIZE_MM));
        seal = SealWriter.write(content, encoded(maker), data -> sign(makerKey, data));
    }

    public X509Certificate root() {
        return root;
    }

    /** The authority's list, on which nobody stands. */
    public X509CRL revocations() {
        try {
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(root, Date.from(FROM));
            return new JcaX509CRLConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCRL(list.build(Sm2Parties.signer(rootKey)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] certificate() {
        return encoded(certificate);
    }

    public byte[] privateKey() {
        return key.getPrivate().getEncoded();
    }

    public byte[] seal() {
        return seal.clone();
    }

    public StampImage image() {
        return new StampImage(picture, SIZE_MM, SIZE_MM);
    }

    public OfdSigner signer() {
        return signer(null);
    }

    public OfdSigner signer(@Nullable TimeStamper stamper) {
        return new OfdSigner(new GmSigner(seal, certificate, data -> sign(key, data)), stamper);
    }

    /** With the seal, but the key of another. */
    OfdSigner signerWithAnotherKey() {
        KeyPair other = draw();
        return new OfdSigner(new GmSigner(seal, certificate, data -> sign(other, data)), null);
    }

    private static byte[] picture(String name) {
        SealCode code = new SealCode("3301080000001");
        return new ImprintRenderer()
                .draw(new ImprintSpec(SealKind.STATUTORY_NAME, name, code))
                .png();
    }

    private static X509Certificate certificate(
            String name, KeyPair key, String issuer, KeyPair issuerKey, boolean authority) {
        return Sm2Parties.certificate(
                new X500Name("CN=" + name + ",C=CN"),
                key,
                new X500Name("CN=" + issuer + ",C=CN"),
                issuerKey,
                FROM.minusSeconds(3600),
                UNTIL.plusSeconds(3600),
                authority);
    }
}
