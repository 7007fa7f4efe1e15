package org.yinxin.verification.sealfile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.SealView;
import org.yinxin.seal.ses.Quirk;
import org.yinxin.seal.ses.SealContent;

/**
 * Everything there is to say about a seal file.
 *
 * @param use how the seal was used, where the file is a signature with the seal inside
 * @param signers the certificates that may sign with it; where the list holds digests, they are only counted
 * @param maker who made it
 * @param makerSigned whether the maker's signature holds; null when it could not be checked
 * @param picture drawn anew as a PNG; none where it cannot be shown
 * @param ours the seal of this platform under the same number
 * @param sameOwner a seal of this platform whose owner the certificates name
 * @param sealDigest SHA-256 of the seal, hexadecimal
 */
public record SealFileExplanation(
        SealFileAnswer answer,
        SealContent content,
        @Nullable UseFacts use,
        List<CertificateFacts> signers,
        int signerDigests,
        @Nullable CertificateFacts maker,
        @Nullable Boolean makerSigned,
        Period period,
        byte @Nullable [] picture,
        List<Quirk> quirks,
        boolean timeStamp,
        String algorithm,
        @Nullable SealView ours,
        @Nullable SealView sameOwner,
        String sealDigest) {

    private static final double PIXELS_PER_MM = 96 / 25.4;

    /** Where today lies with respect to the seal's period. */
    public enum Period {
        NOT_YET,
        RUNNING,
        OVER
    }

    /** The width of the picture at true size, in the pixels of a page. */
    public long pictureWidth() {
        return Math.round(Math.clamp(content.picture().widthMm(), 1, 120) * PIXELS_PER_MM);
    }

    public long pictureHeight() {
        return Math.round(Math.clamp(content.picture().heightMm(), 1, 120) * PIXELS_PER_MM);
    }

    /** Whether the number has the form of government platforms: six digits of the division, eight of the seal. */
    public boolean governmentNumber() {
        return content.number().matches("[1-9]\\d{13}");
    }

    /** The first two digits of the division, when they are a province's. */
    public @Nullable String province() {
        String digits = governmentNumber() ? content.number().substring(0, 2) : "";
        return Provinces.CODES.contains(digits) ? digits : null;
    }

    /** The types that the standard names; all others are shown as numbers. */
    public boolean knownType() {
        return content.type() >= 0 && content.type() <= 6 || content.type() == 99;
    }
}
