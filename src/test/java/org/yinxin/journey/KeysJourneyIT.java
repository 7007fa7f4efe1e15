package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class KeysJourneyIT extends Journey {

    private static final Pattern KEY = Pattern.compile("/account/keys/([0-9a-f-]{36})/label");
    private static final String SIGN_IN = "form[data-passkey-sign-in] button";

    @Test
    void aPasskeySignsAndSignsInUntilItIsRemoved() {
        read("en");
        browser().widen(390);
        VirtualPasskey device = VirtualPasskey.on(browser());
        Citizen citizen = town().representative("沈知远");
        signUp(citizen);
        signIn(citizen);
        assertThat(open("/account/keys").text()).contains("You have no keys yet");
        Page keys = new KeyRing(browser()).addPasskey("My phone", "/account/keys");
        assertThat(keys.text()).contains("The key “My phone” is added.").contains("Passkey");
        assertThat(keys.overhang()).isZero();
        assertThat(device.passkeys()).isEqualTo(1);

        assertThat(KeyRing.refusedAt(open("/account/keys/new"), KeyRing.button("PASSKEY")))
                .contains("already has a passkey");

        String key = key();
        assertThat(open("/account/rehearsal/" + key).submit().text("#outcome")).isEqualTo("signed");
        device.isTouchedByAStranger();
        assertThat(KeyRing.refusedAt(open("/account/rehearsal/" + key), "form button[type=submit]"))
                .contains("Nothing was done");
        device.isTouchedByItsOwner();

        nobody();
        Page home = open("/sign-in").press(SIGN_IN);
        assertThat(home.isAt("/applications").path()).isEqualTo("/applications");
        assertThat(open("/account/history").text())
                .contains("Signed in with a passkey")
                .contains("Key added");

        open("/account/keys/" + key + "/removal").submit().isAt("/account/keys");
        assertThat(open("/account/keys").text()).contains("You have no keys yet");
        nobody();
        Page refused = open("/sign-in").press(SIGN_IN);
        assertThat(refused.errors()).singleElement().asString().contains("This passkey opens no account here");
    }

    @Test
    void aBrowsersKeySignsInItsOwnBrowserOnly() {
        read("zh-CN");
        Citizen citizen = town().representative("周景明");
        signUp(citizen);
        signIn(citizen);
        KeyRing ring = new KeyRing(browser());
        ring.addBrowserKey("办公室电脑", "/account/keys").await("[data-kept-here]:not([hidden])");
        String key = key();

        assertThat(open("/account/rehearsal/" + key).submit().text("#outcome")).isEqualTo("signed");
        open("/account");
        ring.loseBrowserKeys();
        assertThat(KeyRing.refusedAt(open("/account/rehearsal/" + key), "form button[type=submit]"))
                .contains("本浏览器中没有该密钥");

        open("/account/keys/" + key + "/label").type("label", "旧电脑").submit().isAt("/account/keys");
        assertThat(open("/account/keys").text()).contains("旧电脑");
    }

    private String key() {
        open("/account/keys");
        Matcher key = KEY.matcher(String.valueOf(
                browser().find(By.cssSelector("#main a[href$='/label']")).getDomAttribute("href")));
        assertThat(key.find()).isTrue();
        return key.group(1);
    }
}
