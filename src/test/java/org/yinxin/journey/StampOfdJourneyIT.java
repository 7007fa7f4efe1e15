package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.shared.Digest;

class StampOfdJourneyIT extends Journey {

    private static final String SIGN = "form[action$='/check'] button[type=submit]";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anOfdIsSealedInTwoPlacesAndAcrossItsPagesAndIsValidForAnyone() throws IOException {
        read("en");
        sealInUse(town().representative("许知行"));
        Path document = Files.write(Scratch.folder("ofd").resolve("合同.ofd"), OfdFiles.zip(OfdFiles.parts(3)));
        Page placing = open("/stamping/new").attach("file", document).submit().isAt("/stamping/drafts/.*/placement");
        movedByKeys(placing, 0);

        placing.press("button[value=add]");
        assertThat(placing.has("[data-place='1']")).isTrue();
        seamSealShowsItsStripsWithoutLeavingThePage(placing);
        browser().widen(390);
        assertThat(placing.overhang()).isZero();
        browser().widen(1280);

        Page purpose = placing.press(".govuk-button-group button[value=continue]")
                .isAt(".*/purpose")
                .type("purpose", "供货合同 2026")
                .choose("documentClass", "CONTRACT");
        Page check = nothingElseIsSigned(purpose, document);
        assertThat(check.text()).contains("Seam seal over pages 1 to 3", "kept in one browser");
        Page use = check.press(SIGN).isAt("/stamping/uses/.*").await("a[href$='/document']");
        assertThat(use.text()).contains("A time stamp inside the seal’s signature proves");
        use.find("a[href$='/document']").click();
        Path stamped = browser().downloaded();
        assertThat(stamped.getFileName()).hasToString("合同-sealed.ofd");
        nobody();
        Page report = open("/check/document").attach("file", stamped).submit();
        assertThat(report.has(".app-verdict--valid")).as(report.text()).isTrue();
    }

    /** A server that holds another file than the one chosen, and then one that asks for another signature. */
    private Page nothingElseIsSigned(Page purpose, Path document) throws IOException {
        String draft = purpose.path().replaceAll(".*/drafts/([0-9a-f-]{36})/.*", "$1");
        keepsInTheDraft(draft, OfdFiles.zip(OfdFiles.parts(2)));
        Page other = purpose.submit().isAt(".*/check").await("[data-stands=other]:not([hidden])");
        assertThat(other.text())
                .contains("Do not sign. What is to be signed is for another file than the one you chose");
        assertThat(KeyRing.refusedAt(other, SIGN)).contains("Nothing was signed");
        assertThat(other.path()).endsWith("/check");

        keepsInTheDraft(draft, Files.readAllBytes(document));
        Page check = open(other.path()).await("[data-stands=own]:not([hidden])");
        assertThat(check.text()).contains("It is for exactly that file");
        browser().script("document.querySelector('[data-act]').dataset.act = '0x' + '5a'.repeat(32)");
        assertThat(KeyRing.refusedAt(check, SIGN)).contains("Nothing was signed");
        assertThat(check.text()).contains("What is to be signed is not what this page shows");

        browser().script("localStorage.clear()");
        Page unseen = open(check.path()).await("[data-stands=held]:not([hidden])");
        assertThat(unseen.text()).contains("Your browser has not seen your file");
        unseen.find("#compare").sendKeys(document.toAbsolutePath().toString());
        return unseen.await("[data-stands=own]:not([hidden])");
    }

    private void keepsInTheDraft(String draft, byte[] file) {
        jdbc.sql("update sealing.upload set file = ? where draft_id = ?::uuid")
                .params(file, draft)
                .update();
        jdbc.sql("update sealing.draft set file_digest = ?, file_length = ? where id = ?::uuid")
                .params(Digest.sha256(file).bytes(), file.length, draft)
                .update();
    }

    /** No passkey is at hand: this browser keeps the key. */
    @Override
    void chooseKey(String address) {
        new KeyRing(browser()).addBrowserKey("办公室电脑", address + "/key").submit();
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
