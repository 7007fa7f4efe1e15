package org.yinxin.sealing.ofd.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;

/** Pages made to exhaust whoever draws them. */
@Timeout(20)
class HostilePagesTest {

    @Test
    void unitsThatHoldEachOtherManyTimesOver() {
        StringBuilder units = new StringBuilder();
        for (int level = 0; level < 12; level++) {
            String inner = "<ofd:CompositeObject Boundary=\"0 0 9 9\" ResourceID=\"" + (level + 1) + "\"/>";
            units.append("<ofd:CompositeGraphicUnit ID=\"" + level + "\" Width=\"9\" Height=\"9\"><ofd:Content>"
                    + inner.repeat(10) + "</ofd:Content></ofd:CompositeGraphicUnit>");
        }
        refused(resources("<ofd:CompositeGraphicUnits>" + units + "</ofd:CompositeGraphicUnits>"));
    }

    @Test
    void aUnitInsideItself() {
        refused(resources("<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"0\" Width=\"9\" Height=\"9\">"
                + "<ofd:Content><ofd:CompositeObject Boundary=\"0 0 9 9\" ResourceID=\"0\"/></ofd:Content>"
                + "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"));
    }

    @Test
    void aPictureOfMoreDotsThanThereIsMemory() throws IOException {
        byte[] file = DrawnPage.document(
                "<ofd:ImageObject Boundary=\"0 0 9 9\" ResourceID=\"0\"/>",
                Map.of(
                        "Doc_0/Res.xml",
                        res("<ofd:MultiMedias><ofd:MultiMedia ID=\"0\"><ofd:MediaFile>a.png</ofd:MediaFile>"
                                + "</ofd:MultiMedia></ofd:MultiMedias>"),
                        "Doc_0/a.png",
                        emptyPng(29_000, 29_000)));

        refused(file);
    }

    @Test
    void outlinesThatCrossThePageMillionsOfTimes() {
        String zigzag = "L 0 0 L 200 290 ".repeat(60_000);

        refused(DrawnPage.document(
                "<ofd:PathObject Boundary=\"0 0 210 297\" Fill=\"true\"><ofd:FillColor Value=\"0 0 0\"/>"
                        + "<ofd:AbbreviatedData>M 0 0 " + zigzag + "</ofd:AbbreviatedData></ofd:PathObject>",
                Map.of()));
    }

    @Test
    void aLineOfEndlessDashesIsDrawnWhole() {
        DrawnPage page =
                DrawnPage.of("<ofd:PathObject Boundary=\"0 0 210 297\" LineWidth=\"2\" DashPattern=\"0.000001\">"
                        + "<ofd:AbbreviatedData>M 0 50 L 1e300 50</ofd:AbbreviatedData></ofd:PathObject>");

        assertThat(page.ink(10, 49.5, 100, 1)).isGreaterThan(0.9);
    }

    @Test
    void aPageThatTakesTooLong() {
        OfdPageRenderer hurried = new OfdPageRenderer(OfdLimits.standard(), Duration.ZERO);
        byte[] file = DrawnPage.document("<ofd:PathObject Boundary=\"0 0 9 9\"/>", Map.of());

        assertThatThrownBy(() -> hurried.png(file, 1, 100)).isInstanceOf(TooCostlyException.class);
    }

    @Test
    void nonsenseInsteadOfNumbersFontsAndPathsLeavesAPageWithoutThem() {
        byte[] file = DrawnPage.document(
                "<ofd:PathObject Boundary=\"a b c d\"/><ofd:PathObject Boundary=\"0 0 NaN 9\"/>"
                        + "<ofd:PathObject Boundary=\"0 0 9 9\" CTM=\"0 0 0 0 0 0\" LineWidth=\"-1\">"
                        + "<ofd:AbbreviatedData>L 1 1 Z 2 M</ofd:AbbreviatedData></ofd:PathObject>"
                        + "<ofd:TextObject Boundary=\"0 0 9 9\" Font=\"0\" Size=\"Infinity\"><ofd:CGTransform CodePosition=\"0\" "
                        + "GlyphCount=\"9\"><ofd:Glyphs>99999999 -5</ofd:Glyphs></ofd:CGTransform>"
                        + "<ofd:TextCode DeltaX=\"g 999999999 1\">abc</ofd:TextCode></ofd:TextObject>",
                Map.of(
                        "Doc_0/Res.xml",
                        res("<ofd:Fonts><ofd:Font ID=\"0\"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>"),
                        "Doc_0/f.ttf",
                        new byte[] {0, 1, 0, 0, 0, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9}));

        assertThat(DrawnPage.renderer().png(file, 1, 100)).isNotEmpty();
    }

    private static byte[] resources(String resources) {
        return DrawnPage.document(
                "<ofd:CompositeObject Boundary=\"0 0 9 9\" ResourceID=\"0\"/>",
                Map.of("Doc_0/Res.xml", res(resources)));
    }

    private static byte[] res(String resources) {
        return OfdFiles.xml("<ofd:Res xmlns:ofd=\"http://www.ofdspec.org/2016\">" + resources + "</ofd:Res>");
    }

    private static void refused(byte[] file) {
        assertThatThrownBy(() -> DrawnPage.renderer().png(file, 1, 840)).isInstanceOf(TooCostlyException.class);
    }

    /** Says how large it is and holds nothing. */
    private static byte[] emptyPng(int width, int height) throws IOException {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 check = new CRC32();
        check.update(header);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(ByteBuffer.allocate(8).putLong(0x89504e470d0a1a0aL).array());
        png.write(ByteBuffer.allocate(4).putInt(13).array());
        png.write(header);
        png.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
        return png.toByteArray();
    }
}
