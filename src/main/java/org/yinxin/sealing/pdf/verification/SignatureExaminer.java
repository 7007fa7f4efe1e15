package org.yinxin.sealing.pdf.verification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Integrity;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Later;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Level;

/** Examines the signatures of one opened file, oldest first. */
final class SignatureExaminer {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureExaminer.class);

    private final byte[] file;
    private final PDDocument document;
    private final FileStructure structure;
    private final PdfContents contents;
    private final EmbeddedEvidence evidence;
    private final DssOpinion second;
    private final List<SignatureValue> values = new ArrayList<>();
    private final List<TimeStamp> timeStamps = new ArrayList<>();
    private final List<FoundSignature> vouching = new ArrayList<>();
    private @Nullable Boolean lastCovered;

    SignatureExaminer(
            byte[] file,
            PDDocument document,
            FileStructure structure,
            PdfContents contents,
            EmbeddedEvidence evidence,
            DssOpinion second) {
        this.file = file;
        this.document = document;
        this.structure = structure;
        this.contents = contents;
        this.evidence = evidence;
        this.second = second;
    }

    List<TimeStamp> timeStamps() {
        return timeStamps;
    }

    List<ExaminedSignature> examine() {
        for (FoundSignature found : contents.signatures()) {
            if (found.isTimeStamp()) {
                examineTimeStamp(found);
            } else {
                examineValue(found);
            }
        }
        List<FoundSignature> signatures = contents.signatures().stream()
                .filter(found -> !found.isTimeStamp())
                .toList();
        List<ExaminedSignature> examined = new ArrayList<>();
        for (int i = 0; i < signatures.size(); i++) {
            examined.add(examined(signatures.get(i), values.get(i)));
        }
        return examined;
    }

    private void examineTimeStamp(FoundSignature found) {
        TimeStamp stamp = found.rangeSound()
                ? TimeStamp.over(file, found.range())
                : new TimeStamp(false, null, null, List.of(), found.signedUntil());
        timeStamps.add(stamp);
        if (stamp.intact()) {
            vouching.add(found);
        }
    }

    private void examineValue(FoundSignature found) {
        SignatureValue value = value(found);
        values.add(value);
        // A field that merely looks signed vouches for nothing that came with it.
        if (value.integrity() != Integrity.BROKEN) {
            vouching.add(found);
        }
    }

    private SignatureValue value(FoundSignature found) {
        if (!found.rangeSound()) {
            return SignatureValue.broken(SignatureFault.BYTE_RANGE);
        }
        if (found.isSesSeal()) {
            return SealValue.compute(file, found.range());
        }
        if (found.isGm()) {
            return SignatureValue.notSupported(SignatureFault.GM_PROFILE_UNKNOWN);
        }
        SignatureValue own = CmsValue.compute(file, found.range(), "ETSI.CAdES.detached".equals(found.subFilter()));
        return own.integrity() == Integrity.NOT_SUPPORTED ? second.on(file, found, own) : own;
    }

    private ExaminedSignature examined(FoundSignature found, SignatureValue value) {
        List<String> changes = new ArrayList<>();
        List<ChangedPage> pages = new ArrayList<>();
        Later later = later(found, changes, pages);
        List<TimeStamp> stamps = stamps(found, value);
        return new ExaminedSignature(
                found,
                value.integrity(),
                value.fault(),
                value.certificate(),
                value.embedded(),
                later,
                changes,
                pages,
                stamps,
                level(value, stamps),
                value.seal());
    }

    private List<TimeStamp> stamps(FoundSignature found, SignatureValue value) {
        byte[] token = value.timeStamp();
        Stream<TimeStamp> own = token == null ? Stream.of() : Stream.of(TimeStamp.over(token, value.value()));
        return Stream.concat(own, timeStamps.stream().filter(stamp -> stamp.coversUntil() > found.signedUntil()))
                .toList();
    }

    private Level level(SignatureValue value, List<TimeStamp> stamps) {
        if (stamps.stream().noneMatch(TimeStamp::intact)) {
            return Level.B;
        }
        if (value.certificate() == null || !evidence.speaksOf(value.certificate())) {
            return Level.T;
        }
        long store = structure.place(EmbeddedEvidence.place(document));
        boolean archived =
                stamps.stream().anyMatch(stamp -> stamp.ofDocument() && stamp.intact() && store < stamp.coversUntil());
        return archived ? Level.LTA : Level.LT;
    }

    private Later later(FoundSignature found, List<String> changes, List<ChangedPage> pages) {
        if (!found.rangeSound()) {
            return Later.UNKNOWN;
        }
        if (found.coversFile()) {
            return Later.NOTHING;
        }
        try {
            LaterRevisions.Result later =
                    LaterRevisions.compare(file, (int) found.signedUntil(), document, fieldsSignedAfter(found));
            changes.addAll(later.changes());
            pages.addAll(later.pages());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.info("The revisions after a signature could not be compared: {}", e.toString());
            return isLastCovered() ? Later.UNKNOWN : Later.CHANGES;
        }
        // What stands behind the last signature, nobody vouches for.
        if (!changes.isEmpty() || !isLastCovered()) {
            return Later.CHANGES;
        }
        return found.permission() == 1 && isSignedAfter(found) ? Later.FORBIDDEN : Later.SIGNATURES;
    }

    /** Only what was signed later vouches for a field added later: a seal shown once more elsewhere is a change. */
    private Set<String> fieldsSignedAfter(FoundSignature found) {
        return vouching.stream()
                .filter(other -> other.signedUntil() > found.signedUntil())
                .flatMap(other -> other.fields().stream())
                .collect(Collectors.toSet());
    }

    /** Whether the last signature or time stamp vouches for all of the file, or nothing but proof stands behind it. */
    boolean isLastCovered() {
        if (lastCovered == null) {
            lastCovered = contents.signatures().stream().anyMatch(FoundSignature::coversFile)
                    || isProofBehind(vouching.stream()
                            .mapToLong(FoundSignature::signedUntil)
                            .max());
        }
        return lastCovered;
    }

    private boolean isProofBehind(OptionalLong signedUntil) {
        try {
            return signedUntil.isPresent() && AppendedProof.isAllBehind(file, (int) signedUntil.getAsLong(), document);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.info("What stands behind the last signature could not be compared: {}", e.toString());
            return false;
        }
    }

    private boolean isSignedAfter(FoundSignature found) {
        return contents.signatures().stream()
                .anyMatch(other -> !other.isTimeStamp() && other.signedUntil() > found.signedUntil());
    }
}
