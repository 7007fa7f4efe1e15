package org.yinxin.sealing.ofd.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.plan.TextHit;

class OfdTextFinderTest {

    private final OfdTextFinder finder = new OfdTextFinder(OfdLimits.standard());

    @Test
    void aWordStandsWhereItsGlyphsDo() {
        assertPlace(one("甲方", text("20 30 80 10", "Size=\"5\"", code(2, 6, "g 4 5", "", "请甲方盖章"))), 27, 31.75, 10, 5);
    }

    @Test
    void groupsAndSingleStepsAreCountedAlike() {
        assertPlace(one("盖章", text("0 0 99 9", "Size=\"4\"", code(0, 8, "4 g 2 10 7", "", "甲乙丙盖章"))), 24, 4.6, 11, 4);
    }

    @Test
    void aWordIsFoundAcrossTextCodesAndTextObjects() {
        String split = text("10 10 50 8", "Size=\"4\"", code(0, 6, "4", "", "请在") + code(8, 6, "", "", "此"))
                + text("22 10 50 8", "Size=\"4\"", code(0, 6, "4 4", "", "处盖章"));

        assertPlace(one("此处盖章", split), 18, 12.6, 16, 4);
    }

    @Test
    void aWordIsFoundWhereEachCharacterIsAnObjectOfItsOwnInAnyOrder() {
        String scattered = letter("章", 26, 50) + letter("甲", 10, 50) + letter("盖", 22, 50) + letter("方", 14.2, 50);

        assertPlace(one("甲方盖章", scattered), 10, 46.6, 20, 4);
    }

    @Test
    void blanksAndTheWidthOfSignsDoNotMatter() {
        String spread = text("0 0 200 9", "Size=\"4\"", code(10, 8, "g 9 6", "", "甲 方　（盖 章）："));

        assertPlace(one("甲方(盖章):", spread), 10, 4.6, 54 + 4, 4);
    }

    @Test
    void theMatrixOfAnObjectIsApplied() {
        String scaled = text("100 200 9 9", "Size=\"0.5\" CTM=\"10 0 0 10 0 0\"", code(1, 1, "0.5", "", "盖章"));

        assertPlace(one("盖章", scaled), 110, 205.75, 10, 5);
    }

    @Test
    void turnedTextIsFoundInItsUprightRectangle() {
        String turned = text("100 100 9 9", "Size=\"5\" CTM=\"0 1 -1 0 0 0\"", code(0, 0, "5 5", "", "请盖章"));

        assertPlace(one("盖章", turned), 99.25, 105, 5, 10);
    }

    @Test
    void textAcrossAPageAtAnAngleIsFoundOverObjects() {
        double s = Math.sqrt(0.5);
        String ctm = "CTM=\"%s %s %s %s 0 0\"".formatted(s, s, -s, s);
        String slanted = text("50 50 9 9", "Size=\"5\" " + ctm, code(0, 0, "5", "", "请盖"))
                + text((50 + 10 * s) + " " + (50 + 10 * s) + " 9 9", "Size=\"5\" " + ctm, code(0, 0, "", "", "章"));

        assertThat(find("盖章", slanted)).singleElement().satisfies(hit -> {
            assertThat(hit.leftMm() + hit.widthMm() / 2).isCloseTo(50 + 10 * s + 1.75 * s, within(0.1));
            assertThat(hit.topMm() + hit.heightMm() / 2).isCloseTo(50 + 10 * s - 1.75 * s, within(0.1));
        });
    }

    @Test
    void textIsFoundThatIsReadDownwards() {
        String steps = text("30 30 9 90", "Size=\"5\"", code(0, 4.25, "g 3 0", "g 3 5", "甲方盖章"));
        String direction = text("60 30 9 90", "Size=\"5\" ReadDirection=\"90\"", code(0, 4.25, "", "", "甲方盖章"));
        String single = letter("甲", 90, 34) + letter("方", 90, 38) + letter("盖", 90, 42) + letter("章", 90, 46);

        assertPlace(one("盖章", steps), 30, 40, 5, 10);
        assertPlace(one("盖章", direction), 60, 40, 5, 10);
        assertPlace(one("盖章", single), 90, 38.6, 4, 8);
    }

    /** As a real invoice does it: four lines of 28 signs in one run, with steps back. */
    @Test
    void aRunThatGoesBackToTheNextLineIsSeveralLines() {
        String lines = text("10 10 99 30", "Size=\"4\"", code(0, 4, "4 -4 4", "0 5 0", "甲方盖章"));

        assertThat(find("方盖", lines)).isEmpty();
        assertPlace(one("盖章", lines), 10, 15.6, 8, 4);
    }

    @Test
    void textInTemplatesIsFoundOnEveryPageThatShowsThem() {
        Map<String, byte[]> parts = OfdFiles.parts(3);
        String document = new String(parts.get("Doc_0/Document.xml"), StandardCharsets.UTF_8);
        parts.put(
                "Doc_0/Document.xml",
                document.replace(
                                "</ofd:CommonData>",
                                "<ofd:TemplatePage ID=\"77\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put("Doc_0/Tpls/Tpl_0/Content.xml", page("", text("0 0 9 9", "Size=\"4\"", code(9, 9, "4", "", "盖章"))));
        parts.put("Doc_0/Pages/Page_1/Content.xml", page("<ofd:Template TemplateID=\"77\"/>", ""));
        parts.put(
                "Doc_0/Pages/Page_2/Content.xml",
                page("<ofd:Template TemplateID=\"77\"/>", text("0 50 9 9", "Size=\"4\"", code(9, 9, "4", "", "盖章"))));

        assertThat(finder.find(OfdFiles.zip(parts), "盖章"))
                .extracting(TextHit::page)
                .containsExactly(2, 3, 3);
    }

    @Test
    void occurrencesComeInTheOrderOfReading() {
        String three = letter("章", 90, 80)
                + letter("章", 20, 80.3)
                + text("0 0 99 9", "Size=\"4\"", code(150, 9, "g 1 20", "", "章章"));

        assertThat(find("章", three)).extracting(hit -> Math.round(hit.leftMm())).containsExactly(150L, 170L, 20L, 90L);
    }

    @Test
    void aWordPrintedTwiceForBoldnessIsOne() {
        String bold = text("10 10 50 8", "Size=\"4\"", code(0, 6, "4", "", "盖章"))
                + text("10.1 10 50 8", "Size=\"4\"", code(0, 6, "4", "", "盖章"));

        assertThat(find("盖章", bold)).hasSize(1);
    }

    @Test
    void whatIsNotShownOrNotThereIsNotFound() {
        String hidden = text("10 10 50 8", "Visible=\"false\" Size=\"4\"", code(0, 6, "4", "", "盖章"));

        assertThat(find("盖章", hidden)).isEmpty();
        assertThat(find("盖章", letter("盖", 10, 10) + letter("章", 60, 10))).isEmpty();
        assertThat(find("  ", letter("盖", 10, 10))).isEmpty();
    }

    @Test
    void aPageThatDoesNotBeginAtItsCornerIsMeasuredAsSeen() {
        Map<String, byte[]> parts = OfdFiles.parts(1);
        parts.put(
                "Doc_0/Pages/Page_0/Content.xml",
                page("<ofd:Area><ofd:PhysicalBox>10 20 210 297</ofd:PhysicalBox></ofd:Area>", letter("章", 30, 44)));

        assertPlace(finder.find(OfdFiles.zip(parts), "章").getFirst(), 20, 20.6, 4, 4);
    }

    @Test
    void listsThatClaimMoreThanThereIsCostNothing() {
        String claims =
                text("0 0 9 9", "Size=\"4\"", code(0, 9, "g 2000000000 4 g x y", "g 9999999999999999999 1", "盖章"));
        String many = text("0 0 9 9", "Size=\"4\"", code(0, 9, "g 200000 0", "", "章".repeat(200_000)));

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(find("盖章", claims)).hasSize(1);
            assertThat(find("章", many)).isNotEmpty();
            assertThat(find("章", letter("章", 1e300, 1e300))).isNotNull();
        });
    }

    @Test
    void wordsOfARealInvoiceAreFound() {
        byte[] invoice = OfdFiles.fixture("signedFile.ofd");

        assertPlace(finder.find(invoice, "增值税电子普通发票").getFirst(), 82, 7, 59, 6.7);
        assertThat(finder.find(invoice, "价税合计")).isNotEmpty();
        assertThat(finder.find(invoice, "没有这个词")).isEmpty();
    }

    private List<TextHit> find(String word, String content) {
        Map<String, byte[]> parts = OfdFiles.parts(1);
        parts.put("Doc_0/Pages/Page_0/Content.xml", page("", content));
        return finder.find(OfdFiles.zip(parts), word);
    }

    private TextHit one(String word, String content) {
        List<TextHit> hits = find(word, content);
        assertThat(hits).hasSize(1);
        return hits.getFirst();
    }

    private static void assertPlace(TextHit hit, double left, double top, double width, double height) {
        assertThat(List.of(hit.leftMm(), hit.topMm(), hit.widthMm(), hit.heightMm()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 0.6 ? 0 : Double.compare(a, b))
                .containsExactly(left, top, width, height);
    }

    private static byte[] page(String before, String content) {
        return OfdFiles.xml("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">" + before
                + "<ofd:Content><ofd:Layer ID=\"1\"><ofd:PageBlock>" + content
                + "</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>");
    }

    private static String letter(String letter, double left, double base) {
        return text("0 0 210 297", "Size=\"4\"", code(left, base, "", "", letter));
    }

    private static String text(String boundary, String attributes, String codes) {
        return "<ofd:TextObject ID=\"2\" Font=\"3\" Boundary=\"" + boundary + "\" " + attributes + ">" + codes
                + "</ofd:TextObject>";
    }

    private static String code(double x, double y, String stepsX, String stepsY, String text) {
        return "<ofd:TextCode X=\"" + x + "\" Y=\"" + y + "\"" + (stepsX.isEmpty() ? "" : " DeltaX=\"" + stepsX + "\"")
                + (stepsY.isEmpty() ? "" : " DeltaY=\"" + stepsY + "\"") + ">" + text + "</ofd:TextCode>";
    }
}
