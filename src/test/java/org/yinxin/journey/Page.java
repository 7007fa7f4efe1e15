package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** A page of the portal as it stands in the browser; whoever reaches one has it checked for accessibility. */
class Page {

    private static final By MAIN = By.id("main");

    final Browser browser;

    Page(Browser browser) {
        this.browser = browser;
        browser.waiting().until(ready -> "complete".equals(browser.script("return document.readyState")));
        Axe.check(browser.scripts(), browser.path());
        assertThat(browser.complaints())
                .as("the browser's complaints at %s", browser.path())
                .isEmpty();
    }

    String path() {
        return browser.path();
    }

    String title() {
        return browser.title();
    }

    String heading() {
        return browser.find(By.tagName("h1")).getText();
    }

    String text() {
        return browser.find(MAIN).getText();
    }

    String language() {
        return browser.find(By.tagName("html")).getDomAttribute("lang");
    }

    /** By how many pixels the page is wider than the window. */
    long overhang() {
        return (Long) browser.script(
                "return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
    }

    Page switchLanguage() {
        WebElement before = browser.find(By.tagName("html"));
        browser.find(By.cssSelector("a[hreflang]")).click();
        browser.waiting().until(left -> isGone(before));
        return new Page(browser);
    }

    boolean has(String css) {
        return !browser.findAll(By.cssSelector("#main " + css)).isEmpty();
    }

    String text(String css) {
        return browser.find(By.cssSelector("#main " + css)).getText();
    }

    WebElement find(String css) {
        return browser.find(By.cssSelector("#main " + css));
    }

    Page type(String field, String value) {
        WebElement input = browser.find(By.name(field));
        input.clear();
        input.sendKeys(value);
        return this;
    }

    /** Chooses one of several, or ticks. */
    Page choose(String field, String value) {
        WebElement option = browser.find(By.cssSelector("input[name='" + field + "'][value='" + value + "']"));
        if (!option.isSelected()) {
            option.click();
        }
        return this;
    }

    /** Chooses the first of several. */
    Page chooseFirst(String field) {
        browser.findAll(By.cssSelector("input[name='" + field + "']")).stream()
                .filter(option -> "radio".equals(option.getDomAttribute("type")))
                .findFirst()
                .ifPresent(WebElement::click);
        return this;
    }

    Page attach(String field, Path file) {
        browser.find(By.cssSelector("input[type=file][name='" + field + "']"))
                .sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Presses the button of the page's form and goes where that leads. */
    Page submit() {
        return press("form[method=post] button[type=submit]");
    }

    /** Follows the first link to an address that contains the words. */
    Page follow(String address) {
        return press("a[href*='" + address + "']");
    }

    Page press(String css) {
        WebElement before = browser.find(By.tagName("html"));
        WebElement button = browser.find(By.cssSelector("#main " + css));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
        browser.waiting().until(left -> isGone(before));
        return new Page(browser);
    }

    /** Chromium says in more than one way that an element went with its page. */
    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (WebDriverException gone) {
            return true;
        }
    }

    /** Waits, without reloading, until the page shows what it promised to show by itself. */
    Page await(String css) {
        browser.waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#main " + css)));
        return new Page(browser);
    }

    List<String> errors() {
        return browser.findAll(By.cssSelector(".govuk-error-summary__list li")).stream()
                .map(WebElement::getText)
                .toList();
    }

    Page isAt(String pathPattern) {
        assertThat(path()).as("where the journey leads; errors: %s", errors()).matches(pathPattern);
        return this;
    }

    /** The first thing on the page that looks like this. */
    String read(Pattern pattern) {
        Matcher matcher = pattern.matcher(text());
        assertThat(matcher.find()).as("%s in: %s", pattern, text()).isTrue();
        return matcher.group();
    }
}
