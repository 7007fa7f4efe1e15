import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ofdrw.gm.ses.v4.SESeal;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.NumberFormatAtomicSignID;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.signContainer.SESV4Container;
import org.ofdrw.sign.stamppos.NormalStampPos;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;
import org.yinxin.bench.Loop;

/**
 * ofdrw in a JVM and on a class path of its own, run from this single file. It is told what to do line by line and answers
 * each line with one that begins with an equals sign:
 *
 * <ul>
 *   <li>{@code check <file>}: whether its validator accepts the file;
 *   <li>{@code stamp <from> <to>}: stamps once, as its own examples do;
 *   <li>{@code sign <file> <seconds>}, {@code verify <file> <seconds>}: how many a second;
 *   <li>{@code warm-sign <file> <seconds>}, {@code warm-verify <file> <seconds>}: so long of its own work, to no end.
 * </ul>
 *
 * <p>The one argument is a folder with {@code key.pk8}, {@code certificate.der} and {@code seal.esl}.
 */
class OfdrwPeer {

    private final PrivateKey key;
    private final Certificate certificate;
    private final byte[] seal;

    OfdrwPeer(Path folder) throws Exception {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        key = KeyFactory.getInstance("EC", provider)
                .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("key.pk8"))));
        certificate = CertificateFactory.getInstance("X.509", provider)
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("certificate.der"))));
        seal = Files.readAllBytes(folder.resolve("seal.esl"));
    }

    public static void main(String[] arguments) throws Exception {
        OfdrwPeer peer = new OfdrwPeer(Path.of(arguments[0]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String answer;
            try {
                answer = peer.obey(order.split(" "));
            } catch (Exception e) {
                answer = "refused " + e.getClass().getSimpleName() + ": " + e.getMessage();
            }
            System.out.println("=" + answer.replace('\n', ' '));
        }
    }

    private String obey(String[] order) throws Exception {
        Path file = Path.of(order[1]);
        return switch (order[0]) {
            case "check" -> verify(file);
            case "stamp" -> Files.write(Path.of(order[2]), sign(file)).toString();
            case "sign" -> Loop.run(() -> sign(file), Double.parseDouble(order[2])).line();
            case "warm-sign" -> Loop.warm(() -> sign(file), Double.parseDouble(order[2]));
            case "warm-verify" -> Loop.warm(() -> verify(file), Double.parseDouble(order[2]));
            case "verify" -> Loop.run(() -> verify(file), Double.parseDouble(order[2])).line();
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    private byte[] sign(Path file) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OFDReader reader = new OFDReader(file);
                OFDSigner signer = new OFDSigner(reader, out, new NumberFormatAtomicSignID())) {
            signer.setSignMode(SignMode.ContinueSign);
            signer.setSignContainer(new SESV4Container(key, SESeal.getInstance(seal), certificate));
            signer.addApPos(new NormalStampPos(1, 50, 50, 40, 40));
            signer.exeSign();
        }
        return out.toByteArray();
    }

    private static String verify(Path file) throws Exception {
        try (OFDReader reader = new OFDReader(file);
                OFDValidator validator = new OFDValidator(reader)) {
            validator.setValidator(new SESV4ValidateContainer());
            validator.exeValidate();
        }
        return "accepted";
    }
}
