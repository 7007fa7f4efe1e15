package org.yinxin.seal.ses;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Reason;
import org.yinxin.seal.ses.SignatureFinding.Step;

/**
 * Checks a signature in the order of GB/T 38540-2020, 7.3: the seal, the signature, the signer, the data, the time
 * stamp. Pure; each question gets its own coded answer, and none is left out because another failed.
 */
public final class SignatureCheck {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final byte[] NOTHING = new byte[0];

    private final SealSignature signature;
    private final SealTrust trust;
    private final TimeStampCheck.Result timeStamp;
    private final @Nullable Instant at;
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);

    private SignatureCheck(SealSignature signature, SealTrust trust) {
        this.signature = signature;
        this.trust = trust;
        this.timeStamp = timeStamp();
        this.at = timeStamp.time() == null ? signature.time() : timeStamp.time();
        quirks.addAll(signature.quirks());
    }

    /** @param data what the signature's data hash should be of */
    public static SignatureReport check(SealSignature signature, SignedBytes data, SealTrust trust) {
        return new SignatureCheck(signature, trust).report(data);
    }

    private SignatureReport report(SignedBytes data) {
        Optional<KnownCertificate> signer = KnownCertificate.of(signature.signerCertificate());
        List<SignatureFinding> findings = new ArrayList<>(seal());
        findings.add(listed());
        if (signer.isEmpty()) {
            findings.add(SignatureFinding.failed(Step.SIGNATURE, Reason.CERTIFICATE_UNREADABLE));
            for (Step step : EnumSet.range(Step.SIGNER_CHAIN, Step.REVOCATION)) {
                findings.add(SignatureFinding.skipped(step, Reason.NOT_REACHED));
            }
        } else {
            findings.addAll(signer(signer.get()));
        }
        findings.add(dataHash(data, signer));
        findings.add(timeStamp.finding());
        return new SignatureReport(List.copyOf(findings), Set.copyOf(quirks), timeStamp.time());
    }

    private List<SignatureFinding> seal() {
        ElectronicSeal seal = signature.seal();
        Optional<KnownCertificate> maker = KnownCertificate.of(seal.makerCertificate());
        return List.of(
                signed(Step.MAKER_SIGNATURE, maker, seal.algorithm(), seal.toBeSigned(), seal.signature()),
                maker.map(known -> maker(known, seal.content().createdAt()))
                        .orElseGet(() -> SignatureFinding.skipped(Step.MAKER_CHAIN, Reason.NOT_REACHED)),
                at == null
                        ? SignatureFinding.unknown(Step.SEAL_VALIDITY, Reason.TIME_NOT_STATED)
                        : answer(Step.SEAL_VALIDITY, validity(seal.content(), at)));
    }

    private SignatureFinding maker(KnownCertificate maker, Instant made) {
        SignatureFinding chain = CertificateChain.check(Step.MAKER_CHAIN, maker, trust.issuers(), made);
        if (chain.outcome() != Outcome.PASSED) {
            return chain;
        }
        Reason validity = CertificateChain.validity(maker.certificate(), made);
        if (validity != Reason.HOLDS) {
            return SignatureFinding.failed(Step.MAKER_CHAIN, validity);
        }
        if (!CertificateChain.maySign(maker.certificate())) {
            return SignatureFinding.failed(Step.MAKER_CHAIN, Reason.KEY_MAY_NOT_SIGN);
        }
        return revocation(Step.MAKER_CHAIN, maker, made);
    }

    private List<SignatureFinding> signer(KnownCertificate signer) {
        SignatureFinding signed = signed(signer);
        SignatureFinding usage = signed.outcome() == Outcome.INDETERMINATE
                ? SignatureFinding.skipped(Step.KEY_USAGE, Reason.NOT_REACHED)
                : answer(
                        Step.KEY_USAGE,
                        CertificateChain.maySign(signer.certificate()) ? Reason.HOLDS : Reason.KEY_MAY_NOT_SIGN);
        if (at == null) {
            return List.of(
                    signed,
                    SignatureFinding.unknown(Step.SIGNER_CHAIN, Reason.TIME_NOT_STATED),
                    SignatureFinding.unknown(Step.SIGNER_VALIDITY, Reason.TIME_NOT_STATED),
                    usage,
                    SignatureFinding.unknown(Step.REVOCATION, Reason.TIME_NOT_STATED));
        }
        SignatureFinding chain = CertificateChain.check(Step.SIGNER_CHAIN, signer, trust.issuers(), at);
        return List.of(
                signed,
                chain,
                answer(Step.SIGNER_VALIDITY, CertificateChain.validity(signer.certificate(), at)),
                usage,
                chain.outcome() == Outcome.PASSED
                        ? revocation(Step.REVOCATION, signer, at)
                        : SignatureFinding.skipped(Step.REVOCATION, Reason.NOT_REACHED));
    }

    private SignatureFinding signed(KnownCertificate signer) {
        SignatureFinding signed = signed(
                Step.SIGNATURE,
                Optional.of(signer),
                signature.algorithm(),
                signature.toBeSigned(),
                signature.signature());
        return signed.reason() == Reason.SIGNATURE_WRONG && digestOnly(signer)
                ? SignatureFinding.unknown(Step.SIGNATURE, Reason.SIGNS_DIGEST_ONLY)
                : signed;
    }

    private boolean digestOnly(KnownCertificate signer) {
        return signature.version() == 1 && signer.signedDigest(signature.dataHash(), signature.signature());
    }

    private SignatureFinding listed() {
        if (signature.seal().content().signers() instanceof SealContent.SignerList.Certificates list
                && list.encoded().isEmpty()
                && quirks.contains(Quirk.SIGNER_IS_NO_CERTIFICATE)) {
            return SignatureFinding.unknown(Step.SIGNER_LISTED, Reason.LIST_UNREADABLE);
        }
        if (signature.seal().content().signers() instanceof SealContent.SignerList.Digests digests
                && digests.digests().stream().noneMatch(SealContent.CertificateDigest::isSm3)) {
            return SignatureFinding.unknown(Step.SIGNER_LISTED, Reason.LIST_DIGEST_NOT_SUPPORTED);
        }
        return answer(
                Step.SIGNER_LISTED,
                signature.seal().lists(signature.signerCertificate()) ? Reason.HOLDS : Reason.NOT_LISTED);
    }

    private SignatureFinding dataHash(SignedBytes data, Optional<KnownCertificate> signer) {
        byte[] claimed = signature.dataHash();
        if (MessageDigest.isEqual(claimed, data.digestAfter(NOTHING))) {
            return SignatureFinding.passed(Step.DATA_HASH);
        }
        if (signer.filter(KnownCertificate::isSm2).isPresent()
                && MessageDigest.isEqual(claimed, data.digestAfter(signer.get().z()))) {
            quirks.add(Quirk.Z_PREFIXED_DIGEST);
            return SignatureFinding.passed(Step.DATA_HASH);
        }
        // What a version 1 signer digested who signs nothing but a digest, perhaps with a key, nobody can say.
        return signer.filter(this::digestOnly).isPresent()
                ? SignatureFinding.unknown(Step.DATA_HASH, Reason.ALGORITHM_NOT_SUPPORTED)
                : SignatureFinding.failed(Step.DATA_HASH, Reason.DATA_CHANGED);
    }

    private TimeStampCheck.Result timeStamp() {
        byte[] token = signature.timeStamp();
        if (token == null) {
            return new TimeStampCheck.Result(SignatureFinding.skipped(Step.TIME_STAMP, Reason.ABSENT), null);
        }
        TimeStampCheck.Result result =
                TimeStampCheck.check(token, signature.signatureValue(), trust.timeStampIssuers());
        Instant proven = result.time();
        Instant claimed = signature.time();
        if (proven != null && claimed != null && proven.isBefore(claimed.minus(CLOCKS_DIFFER))) {
            return new TimeStampCheck.Result(
                    SignatureFinding.failed(Step.TIME_STAMP, Reason.TIME_STAMP_BEFORE_SIGNING), null);
        }
        return result;
    }

    private SignatureFinding revocation(Step step, KnownCertificate certificate, Instant moment) {
        return switch (trust.revocation(certificate.certificate(), moment)) {
            case GOOD -> SignatureFinding.passed(step);
            case REVOKED -> SignatureFinding.failed(step, Reason.REVOKED);
            case UNKNOWN -> SignatureFinding.unknown(step, Reason.REVOCATION_UNKNOWN);
        };
    }

    static SignatureFinding signed(
            Step step, Optional<KnownCertificate> signer, String algorithm, byte[] data, byte[] value) {
        if (!SealWriter.SM2_WITH_SM3.getId().equals(algorithm)) {
            return SignatureFinding.unknown(step, Reason.ALGORITHM_NOT_SUPPORTED);
        }
        if (signer.isEmpty()) {
            return SignatureFinding.failed(step, Reason.CERTIFICATE_UNREADABLE);
        }
        if (!signer.get().isSm2()) {
            return SignatureFinding.failed(step, Reason.KEY_IS_NOT_SM2);
        }
        return answer(step, signer.get().signed(data, value) ? Reason.HOLDS : Reason.SIGNATURE_WRONG);
    }

    private static Reason validity(SealContent content, Instant at) {
        if (at.isBefore(content.validFrom())) {
            return Reason.NOT_YET_VALID;
        }
        return at.isAfter(content.validTo()) ? Reason.EXPIRED : Reason.HOLDS;
    }

    private static SignatureFinding answer(Step step, Reason reason) {
        return reason == Reason.HOLDS ? SignatureFinding.passed(step) : SignatureFinding.failed(step, reason);
    }
}
