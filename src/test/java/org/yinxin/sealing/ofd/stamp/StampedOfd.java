package org.yinxin.sealing.ofd.stamp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureCheck;
import org.yinxin.seal.ses.SignatureReader;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.seal.ses.SignedBytes;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.OfdSignatures;
import org.yinxin.sealing.ofd.verification.OfdVerification;
import org.yinxin.sealing.ofd.verification.OfdVerifier;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

/** A stamped file, looked at by the tests' own eyes. */
final class StampedOfd {

    static final Instant TIME = Instant.parse("2026-05-04T08:09:10Z");
    static final String PURPOSE = "租赁合同 <第1页> & \"附件\"";

    final OfdPackage contents;
    final OfdDocument document;
    final OfdSignatures list;
    final List<OfdSignature> signatures = new ArrayList<>();

    StampedOfd(byte[] file) {
        contents = OfdPackage.read(file, OfdLimits.standard());
        document = OfdDocument.readAll(contents).getFirst();
        list = Objects.requireNonNull(OfdSignatures.read(contents, document));
        list.listed().forEach(listed -> signatures.add(OfdSignature.read(contents, listed)));
    }

    static StampOrder order(SealHolder holder, byte[] file, StampPlan plan) {
        UseNote note = new UseNote(UseCode.random(), Salt.random(), file.length, Digest.sha256(file), plan);
        return new StampOrder(holder.image(), note, "杭州测试科技有限公司", PURPOSE, "https://yinxin.example/u/x", TIME);
    }

    OfdSignature last() {
        return signatures.getLast();
    }

    /** Whether a signature is sound and every digest in it is that of the part. */
    boolean stands(int index) {
        OfdSignature signature = signatures.get(index);
        boolean digests = signature.references().stream()
                .allMatch(part -> contents.has(part.path())
                        && part.digest().equals(Base64.getEncoder().encodeToString(sm3(contents.bytes(part.path())))));
        return digests && report(index, SealTrust.none()).sound();
    }

    SignatureReport report(int index, SealTrust trust) {
        OfdSignature signature = signatures.get(index);
        return SignatureCheck.check(
                SignatureReader.read(contents.bytes(signature.value())), SignedBytes.of(signature.encoded()), trust);
    }

    /** The parts that a signature does not protect. */
    Set<String> unprotected(int index) {
        Set<String> paths = new HashSet<>(contents.paths());
        signatures.get(index).references().forEach(reference -> paths.remove(reference.path()));
        return paths;
    }

    static byte[] sm3(byte[] data) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(data, 0, data.length);
        byte[] digest = new byte[32];
        sm3.doFinal(digest, 0);
        return digest;
    }

    /** Strictly, with the holders' roots trusted and nothing revoked. */
    static OfdVerification verify(byte[] file, SealHolder... holders) {
        List<X509Certificate> roots =
                Arrays.stream(holders).map(SealHolder::root).toList();
        return OfdVerifier.verify(file, OfdLimits.standard(), new SealTrust() {
            @Override
            public Collection<X509Certificate> issuers() {
                return roots;
            }

            @Override
            public Revocation revocation(X509Certificate certificate, Instant at) {
                return Revocation.GOOD;
            }
        });
    }

    /** For entries' packed sizes, which the engine keeps to itself. */
    static List<ZipEntry> entries(byte[] file) throws java.io.IOException {
        java.nio.file.Path copy = java.nio.file.Files.createTempFile("yinxin-test", ".ofd");
        try {
            java.nio.file.Files.write(copy, file);
            try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(copy.toFile())) {
                return zip.stream().<ZipEntry>map(entry -> entry).toList();
            }
        } finally {
            java.nio.file.Files.delete(copy);
        }
    }
}
