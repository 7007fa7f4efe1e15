package org.yinxin.sealing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.pki.KeyCustody;
import org.yinxin.pki.TimeStamper;
import org.yinxin.seal.SigningMaterial;
import org.yinxin.seal.ses.GmSigner;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.stamp.OfdSealer;
import org.yinxin.sealing.ofd.stamp.OfdSigner;
import org.yinxin.sealing.ofd.stamp.SealedOfd;
import org.yinxin.sealing.pdf.ExtendedPdf;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.pdf.PdfExtender;
import org.yinxin.sealing.pdf.PdfRefusedException;
import org.yinxin.sealing.pdf.PdfSealer;
import org.yinxin.sealing.pdf.PdfSigners;
import org.yinxin.sealing.pdf.SealSigner;
import org.yinxin.sealing.pdf.SealedPdf;
import org.yinxin.sealing.pdf.SealingOptions;
import org.yinxin.sealing.pdf.SealingProfiles;
import org.yinxin.sealing.pdf.Shortfall;
import org.yinxin.sealing.plan.StampImage;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.TimeStamping;
import org.yinxin.sealing.plan.UseCommitment;
import org.yinxin.site.SiteSettings;

/** Has a document sealed by the engine of its kind, with the seal's keys from custody. */
@Component
class DocumentSealing {

    private final DocumentDesk desk;
    private final KeyCustody custody;
    private final TimeStamper stamper;
    private final ProfileSettings profiles;
    private final SiteSettings site;
    private final Clock clock;
    private final PdfSealer pdf;
    private final PdfExtender extender;
    private final OfdSealer ofd = new OfdSealer(OfdLimits.standard());

    DocumentSealing(
            DocumentDesk desk,
            KeyCustody custody,
            TimeStamper stamper,
            PlatformRevocations revocations,
            ProfileSettings profiles,
            SiteSettings site,
            Clock clock) {
        this.desk = desk;
        this.custody = custody;
        this.stamper = stamper;
        this.profiles = profiles;
        this.site = site;
        this.clock = clock;
        this.pdf = new PdfSealer(stamper, revocations);
        this.extender = new PdfExtender(stamper, revocations);
    }

    /** @throws RefusedBySealingException when the document cannot be stamped in this way */
    SealedFile seal(byte[] file, Use use, SigningMaterial material) {
        StampOrder order = order(use, material);
        try {
            return desk.at(() -> switch (use.document().kind()) {
                case PDF -> pdf(file, order, use.document().field(), material);
                case OFD -> ofd(file, order, material);
            });
        } catch (PdfRefusedException e) {
            throw new RefusedBySealingException(PdfRefusals.told(e.reason()), e);
        } catch (OfdRefusedException e) {
            throw new RefusedBySealingException(OfdInspector.told(e.reason()), e);
        }
    }

    /** A sealed PDF with what its level still lacks appended, as far as that is to be had now. */
    ExtendedPdf extend(byte[] file) {
        return desk.at(() -> extender.extend(file, profiles.level()));
    }

    private SealedFile pdf(byte[] file, StampOrder order, @Nullable String field, SigningMaterial material) {
        PdfSigners signers = new PdfSigners(
                new SealSigner(material.p256Chain(), data -> custody.sign(material.p256KeyId(), data)),
                holder(material));
        SealedPdf sealed =
                pdf.seal(file, order, signers, new SealingOptions(profiles.profiles(), profiles.level(), field));
        UseCommitment commitment =
                UseCommitment.of(order.note(), order.purpose(), sealed.bytes(), sealed.signedUntil());
        return new SealedFile(sealed.bytes(), commitment, sealed.level(), timeStamping(sealed));
    }

    private SealedFile ofd(byte[] file, StampOrder order, SigningMaterial material) {
        OfdSigner signer = new OfdSigner(holder(material), profiles.level() == PadesLevel.B ? null : stamper);
        SealedOfd sealed = ofd.seal(file, order, signer);
        return new SealedFile(
                sealed.bytes(),
                UseCommitment.ofOfd(order.note(), order.purpose(), sealed.signatureXml()),
                null,
                sealed.timeStamping());
    }

    private @Nullable TimeStamping timeStamping(SealedPdf sealed) {
        if (profiles.profiles() == SealingProfiles.PADES) {
            return null;
        }
        if (profiles.level() == PadesLevel.B) {
            return TimeStamping.NOT_ASKED;
        }
        return sealed.shortfalls().contains(Shortfall.NO_SM2_TIME_STAMP)
                ? TimeStamping.UNAVAILABLE
                : TimeStamping.STAMPED;
    }

    private GmSigner holder(SigningMaterial material) {
        return new GmSigner(
                material.sealFile(), material.sm2Chain().getFirst(), data -> custody.sign(material.sm2KeyId(), data));
    }

    private StampOrder order(Use use, SigningMaterial material) {
        return new StampOrder(
                new StampImage(material.imprintPng(), material.widthMm(), material.heightMm()),
                use.note(),
                material.seal().enterpriseName(),
                use.purpose(),
                site.addressOf("/u/" + use.code()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
