package org.yinxin.seal;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yinxin.application.FiledImprints;
import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ImprintSpec;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.IssuedCertificate;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.pki.KeyCustody;
import org.yinxin.pki.SealSubject;
import org.yinxin.seal.ses.SealContent;
import org.yinxin.seal.ses.SealPicture;
import org.yinxin.seal.ses.SealWriter;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.Times;

/** Makes seals: imprint, two key pairs with their certificates, and the seal structure signed by the maker. */
@Component
class SealMaker {

    /** Who made the seal's software, as it stands in its header (Vid). */
    private static final String VENDOR = "Yinxin";

    private final ImprintRenderer imprints;
    private final FiledImprints filed;
    private final KeyCustody keys;
    private final CertificateAuthority authority;

    SealMaker(ImprintRenderer imprints, FiledImprints filed, KeyCustody keys, CertificateAuthority authority) {
        this.imprints = imprints;
        this.filed = filed;
        this.keys = keys;
        this.authority = authority;
    }

    MadeSeal make(SealIssueOrder order, SealNumber number) {
        return make(order.design(), number, imprint(order));
    }

    private Imprint imprint(SealIssueOrder order) {
        Digest picture = order.imprint();
        return picture == null
                ? imprints.draw(
                        new ImprintSpec(order.kind(), order.enterpriseName(), order.physicalSeal(), order.uscc()))
                : filed.find(order.applicationId(), picture, order.enterpriseName())
                        .orElseThrow(() -> new IllegalStateException("The approved imprint is not there: " + picture));
    }

    /** With an imprint that is there already. */
    MadeSeal make(SealDesign order, SealNumber number, Imprint imprint) {
        Instant validFrom = order.at().truncatedTo(ChronoUnit.SECONDS);
        Instant validTo = validFrom.atZone(Times.ZONE).plus(order.validity()).toInstant();
        SealSubject subject = new SealSubject(order.enterpriseName(), order.uscc(), number);
        IssuedCertificate sm2 = certificate(subject, KeyAlgorithm.SM2, validFrom, validTo);
        IssuedCertificate p256 = certificate(subject, KeyAlgorithm.P256, validFrom, validTo);
        SealContent content = new SealContent(
                4,
                VENDOR,
                number.value(),
                order.kind().type(),
                order.enterpriseName(),
                new SealContent.SignerList.Certificates(List.of(encoded(sm2))),
                validFrom,
                validFrom,
                validTo,
                new SealPicture("png", imprint.png(), (int) imprint.widthMm(), (int) imprint.heightMm()));
        IssuedCertificate maker = authority.maker();
        byte[] sealFile = SealWriter.write(content, encoded(maker), data -> keys.sign(maker.keyId(), data));
        return new MadeSeal(number, imprint, sm2, p256, sealFile, validFrom, validTo);
    }

    private IssuedCertificate certificate(SealSubject subject, KeyAlgorithm algorithm, Instant from, Instant to) {
        return authority.issueSealCertificate(subject, keys.generate(algorithm), from, to);
    }

    private static byte[] encoded(IssuedCertificate certificate) {
        try {
            return certificate.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate just made cannot be encoded", e);
        }
    }
}
