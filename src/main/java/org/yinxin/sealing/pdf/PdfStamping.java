package org.yinxin.sealing.pdf;

import java.awt.geom.Rectangle2D;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.pki.TimeStampUnavailableException;
import org.yinxin.seal.ses.GmSigner;
import org.yinxin.seal.ses.SignatureWriter;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.StampOrder;

/** One stamping of one document, revision by revision. */
final class PdfStamping {

    /** How the names of our fields begin. */
    static final String FIELD = "Yinxin-";

    static final int TIME_STAMP_SPACE = 12_000;
    private static final int GM_SPACE = 1_024;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'");

    private final PDDocument document;
    private final StampOrder order;
    private final SealingOptions options;
    private final TimeStamps stamps;
    private final RevisionWriter revision;
    private final SignatureFields fields;
    private final SignatureWidgets widgets;
    private final StampForms forms;
    private final List<Spot> spots;
    private final FieldChoice choice;

    PdfStamping(byte[] file, PDDocument document, StampOrder order, SealingOptions options, TimeStamps stamps) {
        this.document = document;
        this.order = order;
        this.options = options;
        this.stamps = stamps;
        this.revision = new RevisionWriter(file, document.getDocument());
        this.fields = SignatureFields.of(document);
        this.widgets = new SignatureWidgets(revision, document);
        this.forms = new StampForms(revision, order);
        this.spots = Spot.of(document, order);
        this.choice = FieldChoice.of(options.field(), fields, spots);
    }

    SealedPdf seal(PdfSigners signers) {
        checkPermissions();
        paintSeam(order.note().plan().seam());
        if (options.profiles().gm()) {
            signGm(signers.neededGm());
        }
        if (options.profiles().pades()) {
            signPades(signers.neededPades());
        }
        byte[] file = revision.file();
        return new SealedPdf(file, file.length, reached(), List.copyOf(stamps.shortfalls()));
    }

    private @Nullable PadesLevel reached() {
        if (!options.profiles().pades()) {
            return null;
        }
        return stamped() && !stamps.lacks(Shortfall.NO_TIME_STAMP) ? PadesLevel.T : PadesLevel.B;
    }

    private boolean stamped() {
        return options.level().reaches(PadesLevel.T);
    }

    private void checkPermissions() {
        Permissions permissions = Permissions.of(document, fields);
        String name = options.field() == null ? fieldName() : options.field();
        if (permissions.forbid(name) || options.profiles() == SealingProfiles.BOTH && permissions.forbid(gmName())) {
            throw new PdfRefusedException(PdfRefusal.LOCKED_BY_SIGNER);
        }
    }

    private void paintSeam(@Nullable SeamSeal seam) {
        if (seam == null) {
            return;
        }
        if (!fields.signed().isEmpty()) {
            throw new PdfRefusedException(PdfRefusal.SEAM_AFTER_SIGNATURE);
        }
        new SeamPainter(revision, document, forms).paint(seam, order.image());
    }

    private void signGm(GmSigner signer) {
        boolean alone = options.profiles() == SealingProfiles.GM;
        int space = signer.sealFile().length + signer.encodedCertificate().length + GM_SPACE;
        SignatureSlot slot = new SignatureSlot(
                entries("GM.PKILite", "GM.sm2seal", alone), space + (stamped() ? TIME_STAMP_SPACE : 0));
        show(slot, gmName(), true, alone);
        revision.append(slot, covered -> gmValue(signer, covered));
    }

    private byte[] gmValue(GmSigner signer, CoveredBytes covered) {
        byte[] plain = signer.signature(covered.sm3(), covered.range(), order.time());
        if (!stamped()) {
            return plain;
        }
        try {
            return SignatureWriter.withTimeStamp(plain, stamps::sm2Token);
        } catch (TimeStampUnavailableException e) {
            stamps.note(Shortfall.NO_SM2_TIME_STAMP);
            return plain;
        }
    }

    private void signPades(SealSigner signer) {
        PadesSignature signature = new PadesSignature(signer);
        SignatureSlot slot = new SignatureSlot(
                entries("Adobe.PPKLite", "ETSI.CAdES.detached", true),
                signature.space() + (stamped() ? TIME_STAMP_SPACE : 0));
        show(slot, fieldName(), false, true);
        revision.append(
                slot,
                covered -> signature.value(
                        covered.sha256(),
                        digest -> stamped()
                                ? stamps.token(TimeStampFamily.P256, digest, Shortfall.NO_TIME_STAMP)
                                : null));
    }

    private COSDictionary entries(String filter, String subFilter, boolean last) {
        COSDictionary entries = SignatureSlot.entries(filter, subFilter);
        entries.setString(COSName.NAME, order.owner());
        entries.setString(COSName.REASON, order.purpose());
        entries.setString(COSName.CONTACT_INFO, order.note().text());
        entries.setString(COSName.M, DATE.format(order.time().atOffset(ZoneOffset.UTC)));
        if (last) {
            choice.lock().ifPresent(lock -> entries.setItem("Reference", Permissions.locking(lock)));
        }
        return entries;
    }

    /** @param fills whether it is this signature that goes into the chosen field */
    private void show(SignatureSlot slot, String name, boolean gm, boolean fills) {
        COSObject signature = revision.add(slot);
        if (spots.isEmpty()) {
            widgets.add(
                    fields.free(name),
                    document.getPage(0),
                    StampForms.array(0, 0, 0, 0),
                    StampForms.empty(revision),
                    signature);
        }
        for (int i = 0; i < spots.size(); i++) {
            if (i == 0 && fills && choice.field() != null) {
                choice.fill(widgets, forms, spots.getFirst(), !(options.profiles() == SealingProfiles.BOTH), signature);
            } else {
                show(spots.get(i), name, gm, signature);
            }
        }
    }

    private void show(Spot spot, String name, boolean gm, COSObject signature) {
        for (Spot.Look look : spot.looks(options.profiles(), gm)) {
            Rectangle2D box = look.box();
            widgets.add(
                    fields.free(name),
                    spot.page(),
                    SignatureWidgets.rectangle(spot.frame(), box),
                    forms.appearance(spot.frame(), box, spot.layout(), look.imprint(), look.code()),
                    signature);
        }
    }

    private String fieldName() {
        return FIELD + order.note().code();
    }

    private String gmName() {
        return fieldName() + "-GM";
    }
}
