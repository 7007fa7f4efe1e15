package org.yinxin.journey;

import org.openqa.selenium.By;

/** How people in journeys come by keys: with the device's authenticator, or with the browser alone. */
final class KeyRing {

    private static final String PAGE = "/account/keys/new";

    private final Browser browser;

    KeyRing(Browser browser) {
        this.browser = browser;
    }

    /** Needs a {@link VirtualPasskey} on the browser. */
    Page addPasskey(String label, String back) {
        return add("PASSKEY", label, back);
    }

    Page addBrowserKey(String label, String back) {
        return add("BROWSER", label, back);
    }

    private Page add(String method, String label, String back) {
        return browser.open(PAGE + "?back=" + back)
                .type("label", label)
                .press(button(method))
                .isAt(java.util.regex.Pattern.quote(back) + ".*");
    }

    /** Presses the button and stays, because something is in the way. @return what the page says of it */
    static String refusedAt(Page page, String css) {
        page.find(css).click();
        page.browser
                .waiting()
                .until(said -> page.browser.findAll(By.cssSelector("#main [data-said]")).stream()
                        .anyMatch(each -> each.isDisplayed() && !each.getText().isBlank()));
        return page.browser.findAll(By.cssSelector("#main [data-said]")).stream()
                .filter(each -> each.isDisplayed())
                .findFirst()
                .orElseThrow()
                .getText();
    }

    static String button(String method) {
        return "button[name=method][value=" + method + "]";
    }

    /** Clears the site's data, as people do who are told that it helps. */
    void loseBrowserKeys() {
        browser.asyncScript("""
                const done = arguments[arguments.length - 1];
                const request = indexedDB.deleteDatabase('yinxin');
                request.onsuccess = () => done(true);
                request.onerror = () => done(false);
                request.onblocked = () => done(false);""");
    }
}
