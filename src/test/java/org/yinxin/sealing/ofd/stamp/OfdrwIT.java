package org.yinxin.sealing.ofd.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.pki.TestTimeStamper;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.plan.PageSpan;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.StampPlan;

/** What we stamp holds in the validator of others, and what others stamp beside it holds in ours. */
class OfdrwIT {

    private static final SealHolder HOLDER = new SealHolder("杭州测试科技有限公司");
    private static final StampPlan PLAN = new StampPlan(
            List.of(new Placement(1, 500, 500), new Placement(3, 1_000, 2_000)),
            new SeamSeal(new PageSpan(1, 5), SeamSeal.Edge.RIGHT, SeamSeal.Parity.MIRRORED, 1_000));

    @TempDir
    private static Path folder;

    private static Ofdrw ofdrw;

    private final OfdSealer sealer = new OfdSealer(OfdLimits.standard());
    private final byte[] file = OfdFiles.zip(OfdFiles.parts(5));

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Ofdrw.isThere(), "ofdrw's jars are not there: the build copies them before integration tests");
        ofdrw = Ofdrw.start(HOLDER, folder);
    }

    @AfterAll
    static void stop() throws IOException {
        if (ofdrw != null) {
            ofdrw.close();
        }
    }

    @Test
    void whatWeStampIsAccepted() throws IOException {
        assertThat(check(stamp(file, HOLDER.signer()))).isEqualTo("accepted");
        assertThat(check(stamp(file, HOLDER.signer(new TestTimeStamper())))).isEqualTo("accepted");
        assertThat(check(stamp(OfdFiles.fixture("Page5-unsigned.ofd"), HOLDER.signer())))
                .isEqualTo("accepted");
    }

    @Test
    void whatWeStampBesideVendorsSealsIsAccepted() throws IOException {
        StampPlan corner = StampPlan.at(new Placement(1, 0, 0));
        for (String vendor : List.of("signedFile.ofd", "999.ofd")) {
            byte[] upload = OfdFiles.fixture(vendor);
            byte[] stamped = sealer.seal(upload, StampedOfd.order(HOLDER, upload, corner), HOLDER.signer())
                    .bytes();
            assertThat(check(stamped)).isEqualTo("accepted");
        }
    }

    @Test
    void sealsOfBothKindsStandBesideEachOther() throws IOException {
        Path theirs = folder.resolve("theirs.ofd");
        ofdrw.stamp(write(file), theirs);
        byte[] both = stamp(Files.readAllBytes(theirs), HOLDER.signer());
        ofdrw.stamp(write(both), theirs);

        assertThat(ofdrw.check(theirs)).isEqualTo("accepted");
        StampedOfd stamped = new StampedOfd(Files.readAllBytes(theirs));
        assertThat(stamped.signatures).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(stamped.stands(i)).isTrue();
        }
    }

    /** The oracle can say no. */
    @Test
    void aChangedPageIsRefused() throws IOException {
        OfdPackage stamped = OfdPackage.read(stamp(file, HOLDER.signer()), OfdLimits.standard());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        stamped.paths().forEach(path -> parts.put(path, stamped.bytes(path)));
        String page = "Doc_0/Pages/Page_2/Content.xml";
        parts.put(page, (new String(parts.get(page), StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8));

        assertThat(check(OfdFiles.zip(parts))).startsWith("refused").contains("Page_2");
    }

    private byte[] stamp(byte[] upload, OfdSigner signer) {
        return sealer.seal(upload, StampedOfd.order(HOLDER, upload, PLAN), signer)
                .bytes();
    }

    private static String check(byte[] stamped) throws IOException {
        return ofdrw.check(write(stamped));
    }

    private static Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "stamped", ".ofd"), bytes);
    }
}
