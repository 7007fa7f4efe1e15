package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;

/** Two people at one browser: the giver reads English and has a passkey, the handler Chinese and a key of the browser. */
class MandateJourneyIT extends Journey {

    private static final Pattern MANDATE = Pattern.compile("/mandates/([0-9a-f-]{36})");
    private static final String PURPOSE = "2026 年供货合同";
    private static final String OPEN_NEWEST = ".app-notice form button";

    private Citizen giver;
    private Citizen handler;
    private SealNumber seal;

    @Test
    void aHandlerStampsUnderAMandateAsFarAsItReachesAndNoMoreAfterItIsWithdrawn() {
        read("en");
        handler = town().representative("苏曼青");
        signUp(handler);
        aSealInForce();

        String mandate = offered();
        String fingerprint = accepted(mandate);
        signed(mandate, fingerprint);

        UseCode use = stampedAndRefusedBeyondTheLimits(mandate);
        String draft = readyToBeSigned();
        withdrawn(mandate);
        refused(mandate, draft, use);
    }

    private void aSealInForce() {
        giver = town().representative("林若溪");
        seal = sealInUse(giver);
    }

    /** @return the mandate's address */
    private String offered() {
        Page form = open("/seals/" + seal + "/mandates")
                .follow("/mandates/new")
                .follow("/mandates/new/handler")
                .type("uses", "none");
        assertThat(form.submit().errors()).hasSize(2);
        Page offer = new Page(browser())
                .type("name", "苏曼青，合同部")
                .type("phone", handler.phone())
                .type("uses", "2")
                .choose("kinds", "CONTRACT")
                .submit()
                .isAt(MANDATE.pattern());
        assertThat(offer.text()).contains("Offered", "The account with the number " + handler.phone());
        return offer.path();
    }

    /** @return the fingerprint that the handler reads out to the giver */
    private String accepted(String mandate) {
        signIn(handler);
        Page told = in("zh-CN", "/notices");
        assertThat(told.text(".app-notice")).contains("未读", giver.enterprise() + "邀请您使用其印章");
        browser().widen(390);
        assertThat(open("/notices").overhang()).isZero();
        browser().widen(1280);
        String offer =
                open("/notices").press(OPEN_NEWEST).isAt("/mandates/offers/.*").path();
        Page enrolled = new KeyRing(browser()).addBrowserKey("办公室电脑", offer);
        assertThat(enrolled.text()).contains("合同", "2 次");
        Page accepted = enrolled.press("button[form=acceptance]").isAt(mandate);
        assertThat(accepted.text()).contains("待签名");
        return accepted.text(".app-key-fingerprint");
    }

    private void signed(String mandate, String fingerprint) {
        signIn(giver);
        Page told = in("en", "/notices");
        assertThat(told.text(".app-notice")).contains("苏曼青 accepted the mandate that you offer");
        Page signing = told.press(OPEN_NEWEST).isAt(mandate).follow("/signature");
        assertThat(signing.text(".app-fingerprint")).isEqualTo(fingerprint);
        Page given = signing.choose("compared", "true").submit().isAt(mandate);
        assertThat(given.await(".govuk-tag--green").text()).contains("In force", "0 of 2 uses");
    }

    /** @return the code of the one use that was made */
    private UseCode stampedAndRefusedBeyondTheLimits(String mandate) {
        signIn(handler);
        assertThat(in("zh-CN", "/mandates").text()).contains(giver.enterprise(), "有效");
        Page check = placed(PURPOSE, "INVOICE");
        assertThat(check.text("#lack")).contains("授权");
        assertThat(check.has("#sign")).isFalse();

        Page use = check.follow("/purpose")
                .choose("documentClass", "CONTRACT")
                .submit()
                .isAt(".*/check")
                .press("#sign button[type=submit]")
                .isAt("/stamping/uses/.*")
                .await("a[href$='/document']");
        UseCode code = new UseCode(use.path().replaceFirst(".*/", ""));
        Page own = open(mandate).follow("/stamping/uses?mandate=");
        assertThat(own.text("tbody")).contains(giver.enterprise(), "供货合同", code.toString());
        assertThat(new Select(own.find("#mandate")).getFirstSelectedOption().getText())
                .contains("经办人");
        browser().widen(390);
        assertThat(open("/stamping/uses").overhang()).isZero();
        browser().widen(1280);
        return code;
    }

    /** Everything but the handler's signature. @return the draft's address */
    private String readyToBeSigned() {
        Page check = placed(PURPOSE, "CONTRACT");
        assertThat(check.has("#sign")).isTrue();
        return check.path();
    }

    private void withdrawn(String mandate) {
        signIn(giver);
        Page asked = in("en", mandate).follow("/withdrawal");
        assertThat(asked.submit().errors()).hasSize(1);
        Page over = new Page(browser())
                .type("reason", "Moved to another department")
                .submit()
                .isAt(mandate + "/withdrawal")
                .submit()
                .isAt(mandate)
                .await(".govuk-tag--grey");
        assertThat(over.text()).contains("Withdrawn", "Moved to another department");
        assertThat(open("/seals/" + seal + "/mandates?over=true").text("tbody")).contains("苏曼青，合同部", "Withdrawn");
    }

    private void refused(String mandate, String draft, UseCode use) {
        signIn(handler);
        assertThat(in("zh-CN", "/notices").text(".app-notice")).contains("林若溪撤销了您对");
        Page check = open(draft);
        assertThat(check.text("#lack")).contains("授权");
        assertThat(check.has("#sign")).isFalse();
        assertThat(open("/stamping").has("a[href='/stamping/new']")).isFalse();
        assertThat(open(mandate).text()).contains("已撤销", "Moved to another department");
        assertThat(open("/stamping/uses").text("tbody"))
                .as("what was stamped before stays")
                .contains(use.toString());
        nobody();
        assertThat(open("/u/" + use).has(".app-verdict--valid")).isTrue();
    }

    /** The page in this reader's language; the browser keeps the choice. */
    private Page in(String language, String address) {
        Page page = open(address);
        return language.equals(page.language()) ? page : page.switchLanguage();
    }
}
