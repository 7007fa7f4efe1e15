package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;

/** What becomes of a use after it is made: stated, spoken of, looked up, proved and checked by anyone. */
class UseBookJourneyIT extends Journey {

    private static final String RECEIPT = "[aria-labelledby=record] a[href^='/receipts/']";

    private Citizen owner;
    private SealNumber seal;
    private UseCode mistaken;
    private UseCode doubted;

    @Test
    void aUseIsStatedDeclaredVoidDisputedLookedUpAndProved() throws IOException {
        read("en");
        owner = town().representative("顾清和");
        seal = sealInUse(owner);
        mistaken = stamp("Lease of the third floor");
        doubted = stamp("Supply of yarn");

        declaredVoid();
        disputed();
        Path statement = stated();
        nobody();
        checked("/check/use-book", statement, "It holds, but no validator signed", "The statement does not hold");
        checked("/check/proof", proof(), "No validator signed this", "The proof does not hold");
        lookedUp();
        overseen();
        fitsAPhoneInChinese();
    }

    /** No passkey is at hand: this browser keeps the key. */
    @Override
    void chooseKey(String address) {
        new KeyRing(browser()).addBrowserKey("办公室电脑", address + "/key").submit();
    }

    private UseCode stamp(String purpose) {
        Page use = placed(purpose, "CONTRACT")
                .await("[data-stands=own]:not([hidden])")
                .press("#sign button[type=submit]")
                .isAt("/stamping/uses/.*")
                .await("a[href$='/document']");
        return new UseCode(use.path().replaceFirst(".*/", ""));
    }

    private void declaredVoid() {
        Page form = open("/stamping/uses/" + mistaken).follow("/mark");
        assertThat(form.submit().errors()).hasSize(2);
        Page check = new Page(browser())
                .choose("mark", "VOID")
                .type("reason", "The wrong version of the lease was stamped.")
                .submit()
                .isAt("/stamping/uses/.*/mark");
        assertThat(check.text()).contains("The wrong version of the lease", "cannot be taken out again");
        Page use = check.submit().isAt("/stamping/uses/" + mistaken).await("#said .govuk-tag--red");
        assertThat(use.text("#said")).contains("Declared void", "No. 3", "The wrong version of the lease");
        nobody();
        assertThat(open("/u/" + mistaken).text(".app-verdict--invalid")).contains("Declared void");
        assertThat(new Page(browser()).text()).doesNotContain("The wrong version of the lease");
    }

    private void disputed() {
        signIn(Bureau.PUBLIC_SECURITY);
        Page form = open("/u/" + doubted).follow("/dispute");
        assertThat(form.submit().errors()).singleElement().asString().contains("Give a reason");
        Page said = new Page(browser())
                .type("reason", "The signatory says that they were abroad.")
                .submit()
                .submit()
                .isAt("/u/" + doubted)
                .await("#said .govuk-tag--orange");
        assertThat(said.text("#said")).contains("Disputed", "Public security", "No. 4");
    }

    /** @return the statement's file */
    private Path stated() {
        signIn(owner);
        Page statement = open("/stamping/seals/" + seal + "/uses").follow("/statement");
        assertThat(statement.text(".app-verdict--valid")).contains("entries 1 to 4");
        assertThat(statement.text("tbody")).contains("Use", "Declared void", "Disputed");

        Page refused = statement.type("first", "3").type("last", "2").press("form.app-filter button");
        assertThat(refused.title()).startsWith("Error");
        assertThat(refused.text("#range-error")).contains("two numbers between 1 and 4");
        assertThat(refused.find("#first").getDomProperty("value")).isEqualTo("3");

        open("/stamping/seals/" + seal + "/uses/statement")
                .find("a[href*='statement.json']")
                .click();
        return browser().downloaded();
    }

    private Path proof() {
        Page receipt = open("/u/" + doubted).press(RECEIPT);
        assertThat(receipt.text(".app-verdict--valid")).contains("Recorded");
        assertThat(receipt.text()).contains("signed for this use with a key of their own", "Who holds this record");
        receipt.find("details summary").click();
        receipt.find("a[href$='/proof.json']").click();
        return browser().downloaded();
    }

    /** The file holds, none is asked for, and one in which a digit was changed does not hold. */
    private void checked(String address, Path file, String holds, String doesNot) throws IOException {
        assertThat(open(address).submit().errors()).hasSize(1);
        assertThat(open(address).attach("file", file).submit().text(".app-verdict"))
                .contains(holds);
        String text = Files.readString(file);
        int digit = text.lastIndexOf("\"0x") + 10;
        char other = text.charAt(digit) == '1' ? '2' : '1';
        Path forged = Files.writeString(
                Scratch.folder("forged").resolve("forged.json"),
                text.substring(0, digit) + other + text.substring(digit + 1));
        Page refused = open(address).attach("file", forged).submit();
        assertThat(refused.text(".app-verdict--invalid")).contains(doesNot);
        assertThat(refused.follow(address).path()).isEqualTo(address);
    }

    private void lookedUp() {
        assertThat(search(doubted.value()).path()).isEqualTo("/u/" + doubted);
        assertThat(search(seal.grouped()).path()).isEqualTo("/s/" + seal);
        assertThat(search("nonsense").text("#q-error")).contains("Type a hash of 64 hexadecimal digits");
        assertThat(search("999999999").text()).contains("Nothing was found", "Show all records");
    }

    private Page search(String typed) {
        return open("/records").type("q", typed).press("form[role=search] button");
    }

    private void overseen() {
        signIn(Bureau.MARKET_SUPERVISION);
        assertThat(open("/office/ledger").text(".app-pulse")).contains("One party only");
        Page compared = open("/office/ledger").follow("/office/ledger/comparison");
        String ask = "form[action$='/comparison'][method=post] button";
        compared.await(ask).press(ask).await(ask); // one of every minute's comparisons may be on its way
    }

    /** Every page of this story once more, as most people see it. */
    private void fitsAPhoneInChinese() {
        browser().widen(390);
        fits(List.of("/office/ledger", "/office/ledger/comparison"));
        signIn(owner);
        fits(List.of(
                "/stamping/uses/" + doubted,
                "/stamping/uses/" + doubted + "/mark",
                "/stamping/seals/" + seal + "/uses",
                "/stamping/seals/" + seal + "/uses/statement",
                "/seals/" + seal + "/mandates",
                "/account/keys"));
        nobody();
        fits(List.of("/u/" + doubted, "/u/" + mistaken, "/s/" + seal));
        Page receipt = open("/u/" + doubted).press(RECEIPT);
        receipt.find("details summary").click();
        assertThat(receipt.overhang()).as("the receipt, opened").isZero();
    }

    private void fits(List<String> addresses) {
        for (String address : addresses) {
            Page page = open(address);
            if (!page.language().equals("zh-CN")) {
                page = page.switchLanguage();
            }
            assertThat(page.overhang()).as(address).isZero();
            assertThat(page.heading()).as(address).isNotBlank();
        }
    }
}
