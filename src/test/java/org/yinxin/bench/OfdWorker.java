package org.yinxin.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.seal.ses.GmSigner;
import org.yinxin.seal.ses.SealReader;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.stamp.OfdSealer;
import org.yinxin.sealing.ofd.stamp.OfdSigner;
import org.yinxin.sealing.ofd.verification.OfdVerification;
import org.yinxin.sealing.ofd.verification.OfdVerification.ListState;
import org.yinxin.sealing.ofd.verification.OfdVerifier;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampImage;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

/** Our engine in a JVM of its own, told what to do in the words that ofdrw is told it in. */
final class OfdWorker {

    private static final OfdLimits LIMITS = OfdLimits.standard();

    private final OfdSealer sealer = new OfdSealer(LIMITS);
    private final OfdSigner signer;
    private final StampImage image;
    private final SealTrust trust;

    private OfdWorker(Path folder) throws Exception {
        CertificateFactory certificates = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
        X509Certificate certificate = certificate(certificates, folder.resolve("certificate.der"));
        byte[] seal = Files.readAllBytes(folder.resolve("seal.esl"));
        var picture = SealReader.read(seal).content().picture();
        Signature key = KeyAlgorithm.SM2.signature();
        key.initSign(KeyFactory.getInstance("EC", BouncyCastle.PROVIDER)
                .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("key.pk8")))));
        signer = new OfdSigner(new GmSigner(seal, certificate, data -> sign(key, data)), null);
        image = new StampImage(picture.data(), picture.widthMm(), picture.heightMm());
        trust = new Trust(certificate(certificates, folder.resolve("root.der")));
    }

    public static void main(String[] arguments) throws Exception {
        OfdWorker worker = new OfdWorker(Path.of(arguments[0]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println("=" + worker.obey(order.split(" ")));
        }
    }

    private String obey(String[] order) throws Exception {
        Path path = Path.of(order[1]);
        byte[] file = Files.readAllBytes(path);
        return switch (order[0]) {
            case "stamp" -> Files.write(Path.of(order[2]), sign(file)).toString();
            case "sign" ->
                Loop.run(() -> sign(Files.readAllBytes(path)), Double.parseDouble(order[2]))
                        .line();
            case "warm-sign" -> Loop.warm(() -> sign(Files.readAllBytes(path)), Double.parseDouble(order[2]));
            case "warm-verify" -> Loop.warm(() -> verify(Files.readAllBytes(path)), Double.parseDouble(order[2]));
            case "verify" ->
                Loop.run(() -> verify(Files.readAllBytes(path)), Double.parseDouble(order[2]))
                        .line();
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    private byte[] sign(byte[] file) {
        StampPlan plan = StampPlan.at(new Placement(1, 500, 500));
        UseNote note = new UseNote(UseCode.random(), Salt.random(), file.length, Digest.sha256(file), plan);
        StampOrder order = new StampOrder(image, note, "杭州测试科技有限公司", "合同", "https://yinxin.example", Instant.now());
        return sealer.seal(file, order, signer).bytes();
    }

    private OfdVerification verify(byte[] file) {
        OfdVerification found = OfdVerifier.verify(file, LIMITS, trust);
        boolean valid = found.lists() == ListState.WHOLE
                && found.signatures().stream().allMatch(signature -> signature.outcome() == Outcome.PASSED);
        if (!valid || found.signatures().isEmpty()) {
            throw new IllegalStateException("Not valid: " + found.signatures());
        }
        return found;
    }

    private static byte[] sign(Signature key, byte[] data) {
        try {
            key.update(data);
            return key.sign();
        } catch (java.security.SignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(CertificateFactory certificates, Path file) throws Exception {
        return (X509Certificate) certificates.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    /** One root, and nothing revoked. */
    private record Trust(X509Certificate root) implements SealTrust {

        @Override
        public Collection<X509Certificate> issuers() {
            return List.of(root);
        }

        @Override
        public Revocation revocation(X509Certificate certificate, Instant at) {
            return Revocation.GOOD;
        }
    }
}
