package org.yinxin.seal.ses;

import java.security.MessageDigest;
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

/** Checks a plain digital signature with the questions of {@link SignatureCheck}; those about a seal are skipped. */
public final class PlainSignatureCheck {

    private final PlainSignature signature;
    private final SealTrust trust;
    private final TimeStampCheck.Result timeStamp;
    private final @Nullable Instant at;

    private PlainSignatureCheck(PlainSignature signature, SealTrust trust) {
        this.signature = signature;
        this.trust = trust;
        byte[] token = signature.timeStamp();
        this.timeStamp = token == null
                ? new TimeStampCheck.Result(SignatureFinding.skipped(Step.TIME_STAMP, Reason.ABSENT), null)
                : TimeStampCheck.check(token, signature.signatureValue(), trust.timeStampIssuers());
        this.at = timeStamp.time() == null ? signature.time() : timeStamp.time();
    }

    /** @param data what was signed */
    public static SignatureReport check(PlainSignature signature, byte[] data, SealTrust trust) {
        return new PlainSignatureCheck(signature, trust).report(data);
    }

    private SignatureReport report(byte[] data) {
        List<SignatureFinding> findings = new ArrayList<>();
        for (Step step : EnumSet.range(Step.MAKER_SIGNATURE, Step.SIGNER_LISTED)) {
            findings.add(SignatureFinding.skipped(step, Reason.ABSENT));
        }
        Optional<KnownCertificate> signer = KnownCertificate.of(signature.signerCertificate());
        byte[] signed = signature.toBeSigned() == null ? data : signature.toBeSigned();
        findings.add(
                SignatureCheck.signed(Step.SIGNATURE, signer, signature.algorithm(), signed, signature.signature()));
        findings.addAll(signer.map(this::signer).orElseGet(PlainSignatureCheck::unreached));
        findings.add(dataHash(data, findings.get(Step.SIGNATURE.ordinal())));
        findings.add(timeStamp.finding());
        return new SignatureReport(List.copyOf(findings), Set.copyOf(signature.quirks()), timeStamp.time());
    }

    private List<SignatureFinding> signer(KnownCertificate signer) {
        SignatureFinding usage = answer(
                Step.KEY_USAGE,
                CertificateChain.maySign(signer.certificate()) ? Reason.HOLDS : Reason.KEY_MAY_NOT_SIGN);
        if (at == null) {
            return List.of(
                    SignatureFinding.unknown(Step.SIGNER_CHAIN, Reason.TIME_NOT_STATED),
                    SignatureFinding.unknown(Step.SIGNER_VALIDITY, Reason.TIME_NOT_STATED),
                    usage,
                    SignatureFinding.unknown(Step.REVOCATION, Reason.TIME_NOT_STATED));
        }
        SignatureFinding chain = CertificateChain.check(Step.SIGNER_CHAIN, signer, trust.issuers(), at);
        return List.of(
                chain,
                answer(Step.SIGNER_VALIDITY, CertificateChain.validity(signer.certificate(), at)),
                usage,
                chain.outcome() == Outcome.PASSED
                        ? revocation(signer, at)
                        : SignatureFinding.skipped(Step.REVOCATION, Reason.NOT_REACHED));
    }

    private SignatureFinding revocation(KnownCertificate signer, Instant moment) {
        return switch (trust.revocation(signer.certificate(), moment)) {
            case GOOD -> SignatureFinding.passed(Step.REVOCATION);
            case REVOKED -> SignatureFinding.failed(Step.REVOCATION, Reason.REVOKED);
            case UNKNOWN -> SignatureFinding.unknown(Step.REVOCATION, Reason.REVOCATION_UNKNOWN);
        };
    }

    /** Where the data themselves were signed, the signature's own answer is the answer. */
    private SignatureFinding dataHash(byte[] data, SignatureFinding signed) {
        byte[] claimed = signature.dataHash();
        if (claimed == null) {
            return new SignatureFinding(Step.DATA_HASH, signed.outcome(), signed.reason());
        }
        return MessageDigest.isEqual(claimed, Sm3.digest(data))
                ? SignatureFinding.passed(Step.DATA_HASH)
                : SignatureFinding.failed(Step.DATA_HASH, Reason.DATA_CHANGED);
    }

    private static List<SignatureFinding> unreached() {
        return EnumSet.range(Step.SIGNER_CHAIN, Step.REVOCATION).stream()
                .map(step -> SignatureFinding.skipped(step, Reason.NOT_REACHED))
                .toList();
    }

    private static SignatureFinding answer(Step step, Reason reason) {
        return reason == Reason.HOLDS ? SignatureFinding.passed(step) : SignatureFinding.failed(step, reason);
    }
}
