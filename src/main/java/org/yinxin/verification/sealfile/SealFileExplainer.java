package org.yinxin.verification.sealfile;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.seal.SealStatus;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.seal.ses.ElectronicSeal;
import org.yinxin.seal.ses.SealCheck;
import org.yinxin.seal.ses.SealContent;
import org.yinxin.seal.ses.SealFormatException;
import org.yinxin.seal.ses.SealReader;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureCheck;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Step;
import org.yinxin.seal.ses.SignatureReader;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** Explains a seal file, whoever made it, and compares it with the platform's books. */
@Component
@Transactional(readOnly = true)
public class SealFileExplainer {

    private static final String ENTERPRISE = "NTRCN-";
    private static final int MOST_SHOWN = 10;

    private final Seals seals;
    private final CertificateAuthority authority;
    private final Clock clock;

    SealFileExplainer(Seals seals, CertificateAuthority authority, Clock clock) {
        this.seals = seals;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * @param file a seal or a signature with a seal in it, as DER or as base64 text
     * @throws SealFormatException when it is neither
     */
    public SealFileExplanation explain(byte[] file) {
        byte[] encoded = decoded(file);
        SealSignature signature = signature(encoded).orElse(null);
        ElectronicSeal seal = signature == null ? SealReader.read(encoded) : signature.seal();
        SealContent content = seal.content();
        List<CertificateFacts> signers = signers(content);
        Digest digest = Digest.sha256(seal.encoded());
        SealView ours = SealNumber.parse(content.number())
                .flatMap(number -> seals.ofFile(number, digest).or(() -> seals.find(number)))
                .orElse(null);
        SealCheck.Finding finding = SealCheck.check(seal, issuers(), clock.instant());
        return new SealFileExplanation(
                answer(finding, ours, digest),
                content,
                signature == null ? null : use(signature),
                signers.subList(0, Math.min(MOST_SHOWN, signers.size())),
                content.signers() instanceof SealContent.SignerList.Digests digests
                        ? digests.digests().size()
                        : 0,
                CertificateFacts.of(seal.makerCertificate()).orElse(null),
                makerSigned(finding),
                period(content),
                SafePicture.png(content.picture().data()).orElse(null),
                signature == null ? seal.quirks() : signature.quirks(),
                seal.timeStamp() != null,
                seal.algorithm(),
                ours,
                ours == null ? sameOwner(signers) : null,
                digest.toString());
    }

    private static SealFileAnswer answer(SealCheck.Finding finding, @Nullable SealView ours, Digest digest) {
        return switch (finding) {
            case ALGORITHM_NOT_SUPPORTED -> SealFileAnswer.NOT_CHECKABLE;
            case MAKER_CERTIFICATE_UNREADABLE, MAKER_SIGNATURE_WRONG -> SealFileAnswer.BROKEN;
            case MAKER_UNKNOWN, MAKER_NOT_VALID_WHEN_MADE, NOT_YET_VALID, EXPIRED, SOUND -> {
                if (ours == null) {
                    yield SealFileAnswer.STRANGER;
                }
                if (!ours.sealDigest().equals(digest)) {
                    yield SealFileAnswer.IMPOSTOR;
                }
                yield finding == SealCheck.Finding.SOUND && ours.status() == SealStatus.ACTIVE
                        ? SealFileAnswer.OURS_IN_FORCE
                        : SealFileAnswer.OURS_NOT_IN_FORCE;
            }
        };
    }

    private static @Nullable Boolean makerSigned(SealCheck.Finding finding) {
        return switch (finding) {
            case ALGORITHM_NOT_SUPPORTED -> null;
            case MAKER_CERTIFICATE_UNREADABLE, MAKER_SIGNATURE_WRONG -> false;
            default -> true;
        };
    }

    /** What was signed is not at hand here, so that question stays open. */
    private static UseFacts use(SealSignature signature) {
        SignatureReport report = SignatureCheck.check(signature, prefix -> new byte[0], SealTrust.none());
        return new UseFacts(
                signature.version(),
                signature.time(),
                signature.propertyInfo(),
                CertificateFacts.of(signature.signerCertificate()).orElse(null),
                holds(report, Step.SIGNATURE),
                holds(report, Step.SIGNER_LISTED),
                signature.timeStamp() != null,
                HexFormat.of().formatHex(signature.dataHash()));
    }

    private static @Nullable Boolean holds(SignatureReport report, Step step) {
        Outcome outcome = report.finding(step).outcome();
        return outcome == Outcome.INDETERMINATE ? null : outcome == Outcome.PASSED;
    }

    private @Nullable SealView sameOwner(List<CertificateFacts> signers) {
        return signers.stream()
                .map(CertificateFacts::organisationId)
                .filter(id -> id != null && id.startsWith(ENTERPRISE))
                .flatMap(id -> Uscc.parse(id.substring(ENTERPRISE.length())).stream())
                .flatMap(uscc -> seals.ofEnterprise(uscc).stream())
                .findFirst()
                .orElse(null);
    }

    private SealFileExplanation.Period period(SealContent content) {
        Instant now = clock.instant();
        if (now.isBefore(content.validFrom())) {
            return SealFileExplanation.Period.NOT_YET;
        }
        return now.isAfter(content.validTo()) ? SealFileExplanation.Period.OVER : SealFileExplanation.Period.RUNNING;
    }

    private static List<CertificateFacts> signers(SealContent content) {
        return content.signers() instanceof SealContent.SignerList.Certificates certificates
                ? certificates.encoded().stream()
                        .flatMap(encoded -> CertificateFacts.of(encoded).stream())
                        .toList()
                : List.of();
    }

    private List<X509Certificate> issuers() {
        return authority.chain(KeyAlgorithm.SM2);
    }

    private static Optional<SealSignature> signature(byte[] encoded) {
        try {
            return Optional.of(SignatureReader.read(encoded));
        } catch (SealFormatException e) {
            return Optional.empty();
        }
    }

    private static byte[] decoded(byte[] file) {
        if (file.length == 0 || file[0] == 0x30 && file.length > 1 && (file[1] & 0x80) != 0) {
            return file;
        }
        try {
            return Base64.getMimeDecoder()
                    .decode(new String(file, StandardCharsets.US_ASCII)
                            .replaceAll("-----[A-Z0-9 ]+-----", "")
                            .strip());
        } catch (IllegalArgumentException e) {
            return file;
        }
    }
}
