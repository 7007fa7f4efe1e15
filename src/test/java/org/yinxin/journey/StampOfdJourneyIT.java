package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.shared.Bureau;

class StampOfdJourneyIT extends Journey {

    @Test
    void anOfdIsSealedInTwoPlacesAndAcrossItsPagesAndIsValidForAnyone() throws IOException {
        read("en");
        owner();
        Path document = Files.write(Scratch.folder("ofd").resolve("合同.ofd"), OfdFiles.zip(OfdFiles.parts(3)));
        Page placing = open("/stamping/new").attach("file", document).submit().isAt("/stamping/drafts/.*/placement");
        movedByKeys(placing, 0);

        placing.press("button[value=add]");
        assertThat(placing.has("[data-place='1']")).isTrue();
        seamSealShowsItsStripsWithoutLeavingThePage(placing);
        browser().widen(390);
        assertThat(placing.overhang()).isZero();
        browser().widen(1280);

        Page check = placing.press(".govuk-button-group button[value=continue]")
                .isAt(".*/purpose")
                .type("purpose", "供货合同 2026")
                .choose("documentClass", "CONTRACT")
                .submit()
                .isAt(".*/check");
        assertThat(check.text()).contains("Seam seal over pages 1 to 3", "kept in one browser");
        Page use = check.press("form[action$='/check'] button[type=submit]")
                .isAt("/stamping/uses/.*")
                .await("a[href$='/document']");
        assertThat(use.text()).contains("In an OFD the time stamp is part of the seal");
        use.find("a[href$='/document']").click();
        Path stamped = browser().downloaded();
        assertThat(stamped.getFileName()).hasToString("合同-sealed.ofd");
        nobody();
        Page report = open("/check/document").attach("file", stamped).submit();
        assertThat(report.has(".app-verdict--valid")).as(report.text()).isTrue();
    }

    /** No passkey is at hand: this browser keeps the key. */
    @Override
    void chooseKey(String address) {
        new KeyRing(browser()).addBrowserKey("办公室电脑", address + "/key").submit();
    }

    private void owner() {
        Citizen citizen = town().representative("许知行");
        signUp(citizen);
        signIn(citizen);
        bind(citizen);
        String reference = apply(citizen);
        for (Bureau bureau : Bureau.values()) {
            approve(bureau, reference);
        }
        signIn(citizen);
        activate(sealOfMine());
    }

    private void movedByKeys(Page placing, int index) {
        WebElement left = placing.find("[id='at[" + index + "].left']");
        double before = Double.parseDouble(left.getDomProperty("value"));
        WebElement imprint = placing.find("[data-part=imprint][data-index='" + index + "']");
        browser().script("arguments[0].focus()", imprint);
        imprint.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        assertThat(Double.parseDouble(left.getDomProperty("value"))).isEqualTo(before - 2);
        assertThat(placing.find("#stage-said").getDomProperty("textContent")).contains("Seal moved");
    }

    private void seamSealShowsItsStripsWithoutLeavingThePage(Page placing) {
        WebElement title = placing.find("#seam-part").findElement(By.xpath("preceding-sibling::*"));
        if (!placing.find("#seam-part").isDisplayed()) {
            title.click();
        }
        placing.choose("seam.wanted", "true").await("#seam-preview .app-strips__strip");
        assertThat(placing.has("#stage [data-stamp=seam]")).isTrue();
    }
}
