package org.yinxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.opentest4j.TestAbortedException;

/** A Chromium that several people share, each with a session of their own. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final String SESSION = "yinxin-session";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final String site;
    private final Path downloads;
    private final Map<String, Cookie> sessions = new HashMap<>();

    private Browser(ChromeDriver driver, String site, Path downloads) {
        this.driver = driver;
        this.site = site;
        this.downloads = downloads;
    }

    /** @param language the reader's, such as {@code zh-CN} */
    static Browser start(int port, String language) {
        try {
            Path downloads = Scratch.folder("downloads");
            ChromeDriver driver = driver(options(language, downloads));
            driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
            return new Browser(driver, "http://localhost:" + port, downloads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeDriver driver(ChromeOptions options) {
        try {
            if (Files.isExecutable(CHROMEDRIVER) && Files.isExecutable(CHROMIUM)) {
                options.setBinary(CHROMIUM.toFile());
                return new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(CHROMEDRIVER.toFile())
                                .usingAnyFreePort()
                                .build(),
                        options);
            }
            return new ChromeDriver(options);
        } catch (WebDriverException e) {
            if (System.getenv("CI") != null) {
                throw e;
            }
            throw new TestAbortedException(
                    "No Chromium with its driver can be started here, so no journey is tried", e);
        }
    }

    private static ChromeOptions options(String language, Path downloads) throws IOException {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,1600",
                "--lang=" + language,
                "--user-data-dir=" + Scratch.folder("chromium"));
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "intl.accept_languages",
                        language,
                        "download.default_directory",
                        downloads.toString(),
                        "download.prompt_for_download",
                        false,
                        "plugins.always_open_pdf_externally",
                        true));
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    /** Makes the window as wide as a phone, a tablet or a desk screen. */
    void widen(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 1400, "deviceScaleFactor", 1, "mobile", pixels < 600));
    }

    /** From now on the browser is this person's; {@code null} for somebody who is not signed in. */
    void become(@Nullable String person) {
        if (driver.getCurrentUrl() == null || !driver.getCurrentUrl().startsWith(site)) {
            driver.get(site + "/help/privacy");
        }
        driver.manage().deleteCookieNamed(SESSION);
        Cookie session = person == null ? null : sessions.get(person);
        if (session != null) {
            driver.manage().addCookie(session);
        }
    }

    boolean knows(String person) {
        return sessions.containsKey(person);
    }

    /** The session that is open now belongs to this person. */
    void remember(String person) {
        sessions.put(person, driver.manage().getCookieNamed(SESSION));
    }

    /** Opens a page and checks it as every page is checked. */
    Page open(String path) {
        driver.get(path.startsWith("http") ? path : site + path);
        return new Page(this);
    }

    String path() {
        return String.valueOf(driver.getCurrentUrl()).substring(site.length());
    }

    String title() {
        return String.valueOf(driver.getTitle());
    }

    WebElement find(By by) {
        return driver.findElement(by);
    }

    List<WebElement> findAll(By by) {
        return driver.findElements(by);
    }

    Object script(String source, Object... arguments) {
        return driver.executeScript(source, arguments);
    }

    Object asyncScript(String source, Object... arguments) {
        return driver.executeAsyncScript(source, arguments);
    }

    VirtualAuthenticator authenticator(VirtualAuthenticatorOptions options) {
        return driver.addVirtualAuthenticator(options);
    }

    JavascriptExecutor scripts() {
        return driver;
    }

    WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(200));
    }

    /** What the browser itself complained of: blocked by the policy, missing, broken scripts. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("the server responded with a status of 4"))
                .toList();
    }

    /** Waits for the file that the last click downloads. */
    Path downloaded() {
        waiting().until(browser -> finished().length == 1);
        File[] files = finished();
        assertThat(files).hasSize(1);
        try {
            Path kept = Scratch.folder("kept").resolve(files[0].getName());
            return Files.move(files[0].toPath(), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File[] finished() {
        File[] files =
                downloads.toFile().listFiles((folder, name) -> !name.endsWith(".crdownload") && !name.startsWith("."));
        return files == null ? new File[0] : files;
    }

    /** Leaves a picture and the page's source for whoever looks for the reason of a failure. */
    void leaveTrace(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "journeys"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            Files.writeString(
                    folder.resolve(name + ".html"),
                    "<!-- " + driver.getCurrentUrl() + " -->\n" + driver.getPageSource());
        } catch (IOException | WebDriverException e) {
            System.err.println("No trace of " + name + " could be left: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
