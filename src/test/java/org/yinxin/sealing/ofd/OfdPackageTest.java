package org.yinxin.sealing.ofd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfdPackageTest {

    private static final OfdLimits LIMITS = OfdLimits.standard();

    @ParameterizedTest
    @CsvSource({
        "signedFile.ofd, 1, 1",
        "v4signed.ofd, 1, 1",
        "999.ofd, 5, 1",
        "V4RideRight.ofd, 5, 1",
        "testImageNotFound.ofd, 2, 2",
        "n.ofd, 2, 1",
        "zsbk.ofd, 2, 2",
        "h.ofd, 5, 2",
        "Page5-unsigned.ofd, 5, 0"
    })
    void readsWhatVendorsWrite(String name, int pages, int signatures) {
        OfdPackage contents = OfdPackage.read(OfdFiles.fixture(name), LIMITS);
        List<OfdDocument> documents = OfdDocument.readAll(contents);

        assertThat(documents).hasSize(1);
        OfdDocument document = documents.getFirst();
        assertThat(document.pages()).hasSize(pages);
        assertThat(document.pages()).allMatch(page -> contents.has(page.path()));
        assertThat(document.area(contents, document.pages().getLast()).width()).isPositive();
        OfdSignatures list = OfdSignatures.read(contents, document);
        assertThat(list == null ? 0 : list.listed().size()).isEqualTo(signatures);
        if (list != null) {
            assertThat(list.listed()).allSatisfy(listed -> {
                OfdSignature signature = OfdSignature.read(contents, listed);
                assertThat(contents.has(signature.value())).isTrue();
                assertThat(signature.references()).allMatch(reference -> contents.has(reference.path()));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"999.ofd", "testImageNotFound.ofd", "V4RideRight.ofd"})
    void whatIsNotChangedIsWrittenAsItWasPacked(String name) throws IOException {
        byte[] file = OfdFiles.fixture(name);
        OfdPackage before = OfdPackage.read(file, LIMITS);
        byte[] added = "new".getBytes(StandardCharsets.UTF_8);

        byte[] written =
                before.with(Map.of("OFD.xml", added, "Doc_0/签名.xml", added)).write();

        OfdPackage after = OfdPackage.read(written, LIMITS);
        assertThat(after.bytes("OFD.xml")).isEqualTo(added);
        assertThat(after.bytes("Doc_0/签名.xml")).isEqualTo(added);
        for (String path : before.paths()) {
            if (!"OFD.xml".equals(path)) {
                assertThat(after.bytes(path)).isEqualTo(before.bytes(path));
            }
        }
        Map<String, byte[]> asJavaReadsIt = unzip(written);
        assertThat(asJavaReadsIt.keySet()).containsAll(after.paths());
        assertThat(asJavaReadsIt.get("Doc_0/签名.xml")).isEqualTo(added);
    }

    @ParameterizedTest
    @CsvSource({
        "/OFD.xml, UNSAFE_NAME",
        "../OFD.xml, UNSAFE_NAME",
        "a/../../b, UNSAFE_NAME",
        "a\\b, UNSAFE_NAME",
        "c:a, UNSAFE_NAME",
        "a//b, UNSAFE_NAME",
        "ofd.xml, NAMES_COLLIDE",
        "OFD.xml/a, NAMES_COLLIDE",
        "1/2/3/4/5/6/7/8/9/10/11/12/13, TOO_DEEP"
    })
    void namesThatLeadOutOrAreTakenForOthersAreRefused(String name, OfdRefusal reason) {
        Map<String, byte[]> parts = OfdFiles.parts(1);
        parts.put(name, new byte[1]);
        assertRefused(OfdFiles.zip(parts), reason);
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        Map<String, byte[]> parts = OfdFiles.parts(1);
        parts.put("OFD.xmk", new byte[] {1});
        byte[] zip = OfdFiles.zip(parts);
        replace(zip, "OFD.xmk", "OFD.xml");
        assertRefused(zip, OfdRefusal.DUPLICATE_NAME);
    }

    @Test
    void headersThatDisagreeAreRefused() {
        byte[] zip = OfdFiles.zip(OfdFiles.parts(1));
        byte[] name = "OFD.xml".getBytes(StandardCharsets.US_ASCII);
        zip[indexOf(zip, name, 0)] = 'o';
        assertRefused(zip, OfdRefusal.HEADERS_DISAGREE);
    }

    @Test
    void bytesBeforeBetweenAndAfterAreRefused() {
        byte[] zip = OfdFiles.zip(OfdFiles.parts(1));
        byte[] after = Arrays.copyOf(zip, zip.length + 1);
        assertRefused(after, OfdRefusal.BYTES_OUTSIDE_ENTRIES);
        byte[] before = new byte[zip.length + 1];
        System.arraycopy(zip, 0, before, 1, zip.length);
        assertThatThrownBy(() -> OfdPackage.read(before, LIMITS)).isInstanceOf(OfdRefusedException.class);
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() {
        Map<String, byte[]> parts = OfdFiles.parts(1);
        parts.put("bomb", new byte[3 << 20]);
        assertRefused(OfdFiles.zip(parts), OfdRefusal.UNPACKS_TOO_LARGE);
    }

    @Test
    void contentThatDoesNotMatchItsCheckSumIsRefused() {
        OfdPackage contents = OfdPackage.read(OfdFiles.zip(OfdFiles.parts(1)), LIMITS);
        byte[] written = contents.write();
        int data = indexOf(written, "OFD.xml".getBytes(StandardCharsets.US_ASCII), 0) + 7;
        written[data + 20] ^= 1;
        OfdPackage broken = OfdPackage.read(written, LIMITS);
        assertThatThrownBy(() -> broken.bytes("OFD.xml")).isInstanceOfSatisfying(OfdRefusedException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(OfdRefusal.CONTENT_BROKEN);
            assertThat(refused.part()).isEqualTo("OFD.xml");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 22, 100, 1000})
    void whatIsCutOffIsRefused(int length) {
        byte[] zip = OfdFiles.zip(OfdFiles.parts(3));
        byte[] cut = Arrays.copyOf(zip, Math.min(length, zip.length - 1));
        assertThatThrownBy(() -> OfdPackage.read(cut, LIMITS)).isInstanceOf(OfdRefusedException.class);
    }

    private static void assertRefused(byte[] zip, OfdRefusal reason) {
        assertThatThrownBy(() -> OfdPackage.read(zip, LIMITS))
                .isInstanceOfSatisfying(
                        OfdRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static void replace(byte[] zip, String from, String to) {
        byte[] sought = from.getBytes(StandardCharsets.US_ASCII);
        for (int at = indexOf(zip, sought, 0); at >= 0; at = indexOf(zip, sought, at + 1)) {
            System.arraycopy(to.getBytes(StandardCharsets.US_ASCII), 0, zip, at, sought.length);
        }
    }

    private static int indexOf(byte[] data, byte[] sought, int from) {
        for (int at = from; at <= data.length - sought.length; at++) {
            if (Arrays.equals(data, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }
}
