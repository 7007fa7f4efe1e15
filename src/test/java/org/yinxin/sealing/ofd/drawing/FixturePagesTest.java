package org.yinxin.sealing.ofd.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.sealing.ofd.OfdFiles.fixture;

import org.junit.jupiter.api.Test;

/** Documents of others look as their own readers show them. */
class FixturePagesTest {

    @Test
    void anInvoiceShowsItsTitleItsFiguresAndTheDrawnSealOfTheTaxOffice() {
        DrawnPage page = DrawnPage.of(fixture("signedFile.ofd"), 1, 210);

        assertThat(page.share(69, 6, 72, 9, colour -> colour.getRed() > 120 && colour.getBlue() < 110))
                .as("title")
                .isGreaterThan(0.08);
        assertThat(page.ink(163, 7, 22, 5)).as("invoice code").isGreaterThan(0.05);
        assertThat(page.share(90, 8, 30, 20, DrawnPage::red)).as("seal").isBetween(0.1, 0.5);
        assertThat(page.share(90, 8, 4, 3, DrawnPage::red))
                .as("outside of the oval")
                .isZero();
    }

    @Test
    void aSeamSealShowsASliceOnEveryPage() {
        byte[] file = fixture("V4RideRight.ofd");

        for (int number = 1; number <= 5; number++) {
            DrawnPage page = DrawnPage.of(file, number, 210);
            assertThat(page.share(202, 40, 8, 40, DrawnPage::red))
                    .as("page " + number)
                    .isGreaterThan(0.05);
            assertThat(page.share(150, 40, 51, 40, DrawnPage::red))
                    .as("left of the slice")
                    .isZero();
        }
    }

    @Test
    void embeddedFontsAreDrawnByGlyphNumber() {
        DrawnPage page = DrawnPage.of(fixture("zsbk.ofd"), 1, 297);

        assertThat(page.ink(38, 38, 88, 12)).as("the permit's title").isGreaterThan(0.15);
        assertThat(page.share(85, 140, 48, 45, DrawnPage::red)).as("seal").isGreaterThan(0.1);
    }

    @Test
    void theOldestVersionOfSealsShowsItsPicture() {
        DrawnPage page = DrawnPage.of(fixture("n.ofd"), 2, 210);

        assertThat(page.share(123, 37, 33, 33, DrawnPage::red)).isGreaterThan(0.08);
    }
}
