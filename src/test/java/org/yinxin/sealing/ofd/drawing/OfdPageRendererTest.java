package org.yinxin.sealing.ofd.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yinxin.sealing.ofd.OfdFiles;

/** Objects of every kind stand where the document says, in the colour that it says. */
class OfdPageRendererTest {

    private static final String RED = "<ofd:FillColor Value=\"255 0 0\"/>";

    @Test
    void aFilledPathStandsAtItsMillimetres() {
        DrawnPage page = DrawnPage.of(square("50 60 20 30", ""));

        assertThat(page.at(51, 61)).isEqualTo(Color.RED);
        assertThat(page.at(69, 89)).isEqualTo(Color.RED);
        assertThat(page.at(49, 75)).isEqualTo(Color.WHITE);
        assertThat(page.at(71, 75)).isEqualTo(Color.WHITE);
    }

    @Test
    void whatReachesOverItsBoundaryIsCutOff() {
        DrawnPage page = DrawnPage.of("<ofd:PathObject Boundary=\"50 60 10 10\" Fill=\"true\" Stroke=\"false\">" + RED
                + "<ofd:AbbreviatedData>M 0 0 L 100 0 L 100 100 L 0 100 C</ofd:AbbreviatedData></ofd:PathObject>");

        assertThat(page.at(55, 65)).isEqualTo(Color.RED);
        assertThat(page.at(65, 65)).isEqualTo(Color.WHITE);
    }

    @Test
    void arcsCurvesAndMatricesAreUnderstood() {
        DrawnPage page = DrawnPage.of("<ofd:PathObject Boundary=\"0 0 210 297\" CTM=\"2 0 0 2 20 20\" Fill=\"true\" "
                + "Stroke=\"false\">" + RED
                + "<ofd:AbbreviatedData>M 20 0 A 20 20 0 1 1 19.99 0 C</ofd:AbbreviatedData>"
                + "</ofd:PathObject>");

        assertThat(page.at(60, 60)).isEqualTo(Color.RED);
        assertThat(page.at(22, 22)).isEqualTo(Color.WHITE);
        assertThat(page.share(20, 20, 80, 80, DrawnPage::red)).isCloseTo(Math.PI / 4, within(0.01));
    }

    @Test
    void chineseAndLatinTextOfFontsThatAreNotThereIsDrawnAndNotBoxed() {
        DrawnPage page = DrawnPage.of(text("10 10 100 12", "X=\"0\" Y=\"9\" DeltaX=\"g 3 10\"", "印信Ag"));

        for (int character = 0; character < 4; character++) {
            assertThat(page.ink(10 + 10 * character, 10, 10, 12)).isBetween(0.05, 0.6);
        }
        assertThat(page.ink(51, 10, 40, 12)).isZero();
        assertThat(page.share(10, 10, 10, 12, colour -> colour.equals(Color.WHITE)))
                .isNotEqualTo(page.share(20, 10, 10, 12, colour -> colour.equals(Color.WHITE)));
    }

    @Test
    void offsetsRunDownThePageAsWellAndGoOnWithTheLastOne() {
        DrawnPage page = DrawnPage.of(text("100 10 12 200", "X=\"0\" Y=\"9\" DeltaY=\"20\"", "公章印"));

        assertThat(page.ink(100, 10, 11, 12)).isPositive();
        assertThat(page.ink(100, 30, 11, 12)).isPositive();
        assertThat(page.ink(100, 50, 11, 12)).isPositive();
        assertThat(page.ink(112, 10, 90, 60)).isZero();
    }

    @Test
    void aPictureFillsItsUnitSquareAndAnUnknownOneIsFramedAndNamed() throws IOException {
        String objects = "<ofd:ImageObject Boundary=\"20 20 40 40\" CTM=\"40 0 0 40 0 0\" ResourceID=\"7\"/>"
                + "<ofd:ImageObject Boundary=\"100 20 40 40\" CTM=\"40 0 0 40 0 0\" ResourceID=\"8\"/>";
        byte[] file = DrawnPage.document(
                objects,
                Map.of(
                        "Doc_0/Res.xml",
                        OfdFiles.xml(
                                "<ofd:Res xmlns:ofd=\"http://www.ofdspec.org/2016\" BaseLoc=\"Res\"><ofd:MultiMedias>"
                                        + "<ofd:MultiMedia ID=\"7\" Type=\"Image\"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia>"
                                        + "<ofd:MultiMedia ID=\"8\" Type=\"Image\"><ofd:MediaFile>b.jb2</ofd:MediaFile></ofd:MultiMedia>"
                                        + "</ofd:MultiMedias></ofd:Res>"),
                        "Doc_0/Res/a.png",
                        halfRed(),
                        "Doc_0/Res/b.jb2",
                        new byte[] {1, 2, 3}));

        DrawnPage page = DrawnPage.of(file, 1, 210);

        assertThat(page.at(30, 40)).isEqualTo(Color.RED);
        assertThat(page.at(50, 40)).isEqualTo(Color.BLUE);
        assertThat(page.ink(108, 32, 24, 16)).isPositive();
        assertThat(page.ink(101.5, 21.5, 37, 6)).isZero();
    }

    @Test
    void shadingsAndTransparencyMixColours() {
        DrawnPage page = DrawnPage.of("<ofd:PathObject Boundary=\"10 10 100 20\" Fill=\"true\" Stroke=\"false\">"
                + "<ofd:FillColor><ofd:AxialShd StartPoint=\"0 0\" EndPoint=\"100 0\"><ofd:Segment Position=\"0\">"
                + "<ofd:Color Value=\"255 0 0\"/></ofd:Segment><ofd:Segment Position=\"1\"><ofd:Color Value=\"0 0 255\"/>"
                + "</ofd:Segment></ofd:AxialShd></ofd:FillColor>"
                + "<ofd:AbbreviatedData>M 0 0 L 100 0 L 100 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>"
                + square("10 50 20 20", "Alpha=\"128\""));

        assertThat(page.at(12, 20).getRed()).isGreaterThan(230);
        assertThat(page.at(108, 20).getBlue()).isGreaterThan(230);
        assertThat(page.at(20, 60).getGreen()).isBetween(120, 135);
    }

    @Test
    void wordsAreReadLineByLine() {
        byte[] file = DrawnPage.document(
                text("10 50 100 12", "X=\"0\" Y=\"9\"", "二行")
                        + text("60 10 50 12", "X=\"0\" Y=\"9\"", "Right")
                        + text("10 10 40 12", "X=\"0\" Y=\"9\"", "Left"),
                Map.of());

        assertThat(DrawnPage.renderer().words(file, 1)).isEqualTo("Left Right\n二行");
    }

    @Test
    void thereIsNoPageBeyondTheLast() {
        byte[] file = OfdFiles.zip(OfdFiles.parts(1));

        assertThatThrownBy(() -> DrawnPage.renderer().png(file, 2, 100)).hasMessageContaining("NO_PAGES");
    }

    private static String square(String boundary, String more) {
        return "<ofd:PathObject Boundary=\"" + boundary + "\" Fill=\"true\" Stroke=\"false\" " + more + ">" + RED
                + "<ofd:AbbreviatedData>M 0 0 L 100 0 L 100 100 L 0 100 C</ofd:AbbreviatedData></ofd:PathObject>";
    }

    private static String text(String boundary, String code, String text) {
        return "<ofd:TextObject Boundary=\"" + boundary + "\" Font=\"99\" Size=\"10\"><ofd:TextCode " + code + ">"
                + text + "</ofd:TextCode></ofd:TextObject>";
    }

    private static byte[] halfRed() throws IOException {
        BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1600; i++) {
            picture.setRGB(i % 40, i / 40, i % 40 < 20 ? 0xff0000 : 0x0000ff);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
