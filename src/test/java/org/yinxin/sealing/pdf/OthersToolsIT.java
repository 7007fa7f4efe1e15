package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.bench.LineProcess;
import org.yinxin.bench.PdfMaterial;
import org.yinxin.sealing.pdf.verification.ByteRange;
import org.yinxin.sealing.pdf.verification.PdfReader;
import org.yinxin.sealing.plan.Placement;

/** What we stamp opens and validates in programs that are not ours, each in a process of its own. */
class OthersToolsIT {

    @TempDir
    private Path folder;

    private byte[] pades = new byte[0];
    private byte[] both = new byte[0];

    @BeforeEach
    void stamp() throws Exception {
        PdfMaterial.write(folder);
        PdfMaterial material = PdfMaterial.read(folder);
        SealSigner signer =
                new SealSigner(List.of(material.seal(), material.issuing(), material.root()), material::sign);
        byte[] contract = PdfFixtures.contract(2);
        pades = new PdfSealer()
                .seal(contract, PdfFixtures.order(contract, new Placement(1, 1200, 2200)), signer)
                .bytes();
        both = new PdfSealer()
                .seal(
                        contract,
                        PdfFixtures.order(contract, new Placement(2, 300, 300)),
                        new PdfSigners(signer, new TestGmSeal("杭州测试科技有限公司").signer()),
                        SealingOptions.of(SealingProfiles.BOTH, PadesLevel.B))
                .bytes();
        Files.write(folder.resolve("pades.pdf"), pades);
        Files.write(folder.resolve("both.pdf"), both);
    }

    @Test
    void theEuropeanUnionsDssSaysTotalPassedAndNotOfAChangedFile() throws Exception {
        byte[] changed = pades.clone();
        changed[new String(changed, StandardCharsets.ISO_8859_1).indexOf("%PDF") + 12] ^= 1;
        Files.write(folder.resolve("changed.pdf"), changed);
        try (LineProcess dss = LineProcess.start(
                List.of(
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "org.yinxin.bench.PdfWorker",
                        "dss",
                        folder.toString()),
                folder.resolve("dss.log"))) {
            assertThat(dss.ask("judge", folder.resolve("pades.pdf"))).isEqualTo("TOTAL_PASSED");
            assertThat(dss.ask("judge", folder.resolve("both.pdf"))).isEqualTo("TOTAL_PASSED");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> dss.ask("judge", folder.resolve("changed.pdf"))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void pdfsigSaysValid() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/pdfsig")), "pdfsig is not installed");
        assertThat(run("pdfsig", "-nocert", folder.resolve("pades.pdf").toString()))
                .contains("Signature is Valid")
                .contains("Total document signed");
        assertThat(run("pdfsig", "-nocert", folder.resolve("both.pdf").toString()))
                .contains("Signature is Valid");
    }

    @Test
    void opensslVerifiesTheSignatureAndItsChain() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/openssl")), "openssl is not installed");
        ByteRange range = new PdfReader(PdfLimits.standard())
                .read(pades)
                .signatures()
                .getFirst()
                .range();
        int gap = range.numbers().get(1).intValue();
        int after = range.numbers().get(2).intValue();
        String hex = new String(pades, gap + 1, after - gap - 2, StandardCharsets.US_ASCII);
        Files.write(folder.resolve("value.der"), HexFormat.of().parseHex(hex));
        byte[] covered = Arrays.copyOf(pades, pades.length - (after - gap));
        System.arraycopy(pades, after, covered, gap, pades.length - after);
        Files.write(folder.resolve("covered.bin"), covered);
        run("openssl", "x509", "-inform", "DER", "-in", path("root.der"), "-out", path("root.pem"));
        assertThat(run(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        path("value.der"),
                        "-content",
                        path("covered.bin"),
                        "-CAfile",
                        path("root.pem"),
                        "-purpose",
                        "any",
                        "-out",
                        path("out.bin")))
                .containsIgnoringCase("successful");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
