package org.yinxin.journey;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.IntegrationTest;
import org.yinxin.account.DemoPeople;
import org.yinxin.account.NationalIdDigests;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealNumber;

/** What every story shares: a browser in the reader's language, and the ways that all of them walk. */
abstract class Journey extends IntegrationTest {

    private static final Pattern APPLICATION = Pattern.compile("/applications/([0-9A-Z-]+)");
    private static final Pattern SEAL = Pattern.compile("/seals/(\\d{14})");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NationalIdDigests digests;

    @Autowired
    private DemoPeople officers;

    @LocalServerPort
    private int port;

    private Town town;
    private Browser browser;
    private VirtualPasskey device;
    private String name = "";

    /** Leaves a picture of what the browser showed when a story went wrong. */
    @RegisterExtension
    final TestExecutionExceptionHandler traces = (context, problem) -> {
        if (browser != null) {
            browser.leaveTrace(name);
        }
        throw problem;
    };

    @BeforeEach
    void openTheOffices(TestInfo test) {
        name = getClass().getSimpleName() + "-" + test.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
        town = new Town(jdbc, digests);
        officers.seed();
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    Town town() {
        return town;
    }

    Browser browser() {
        return browser;
    }

    /** Sits down at a browser that asks for this language. */
    void read(String language) {
        browser = Browser.start(port, language);
    }

    Page open(String path) {
        return browser.open(path);
    }

    void nobody() {
        browser.become(null);
    }

    void signUp(Citizen citizen) {
        nobody();
        open("/sign-up")
                .type("name", citizen.name())
                .type("nationalId", citizen.nationalId().value())
                .type("phone", citizen.phone())
                .submit()
                .isAt("/sign-up/password")
                .type("password", Citizen.PASSWORD)
                .submit()
                .isAt("/sign-up/check")
                .submit()
                .isAt("/sign-up/done");
    }

    void signIn(Citizen citizen) {
        signIn(citizen.phone(), Citizen.PASSWORD);
    }

    void signIn(Bureau bureau) {
        signIn(
                switch (bureau) {
                    case MARKET_SUPERVISION -> "MS1001";
                    case PUBLIC_SECURITY -> "PS1001";
                    case DATA_ADMINISTRATION -> "DA1001";
                },
                DemoPeople.PASSWORD);
    }

    private void signIn(String signInName, String password) {
        browser.become(signInName);
        if (!browser.knows(signInName)) {
            open("/sign-in")
                    .type("name", signInName)
                    .type("password", password)
                    .submit()
                    .isAt("(?!/sign-in).*");
            browser.remember(signInName);
        }
    }

    /** Binds the citizen who is signed in to their enterprise. */
    void bind(Citizen citizen) {
        open("/enterprises/bind")
                .type("which", citizen.uscc().value())
                .submit()
                .isAt("/enterprises/bind/" + citizen.uscc().value())
                .submit()
                .isAt("/enterprises/" + citizen.uscc().value() + ".*");
    }

    /** From the start page to the confirmation. @return the application's reference */
    String apply(Citizen citizen) {
        String reference =
                group(APPLICATION, open("/applications/start").submit().path());
        String address = "/applications/" + reference;
        open(address + "/enterprise").choose("uscc", citizen.uscc().value()).submit();
        open(address + "/physical-seal")
                .choose("code", citizen.physicalSeal().value())
                .submit();
        open(address + "/supporting-file").attach("file", Documents.contract(1)).submit();
        chooseKey(address);
        open(address + "/declaration").choose("agreed", "true").submit();
        submit(reference);
        return reference;
    }

    /** Enrols a passkey with the device at hand, from the page that asks for a key. */
    void chooseKey(String address) {
        if (device == null) {
            device = VirtualPasskey.on(browser);
        }
        new KeyRing(browser).addPasskey("手机 phone", address + "/key").submit();
    }

    void submit(String reference) {
        open("/applications/" + reference + "/check-answers")
                .submit()
                .isAt("/applications/" + reference + "/confirmation");
    }

    void approve(Bureau bureau, String reference) {
        decide(bureau, reference, "APPROVED", "", null);
    }

    void decide(
            Bureau bureau,
            String reference,
            String outcome,
            String reason,
            @org.jspecify.annotations.Nullable String part) {
        signIn(bureau);
        open("/office/reviews?q=" + reference).follow("/office/reviews/" + reference);
        Page decision = new Page(browser).choose("outcome", outcome);
        if (part != null) {
            decision.choose("parts", part);
        }
        decision.type("reason", reason)
                .press("button[form=decide][type=submit]")
                .isAt("/office/reviews/" + reference + "/decision")
                .press("form[action$='/decision'] button[type=submit]")
                .isAt("/office/reviews.*");
    }

    /** The number of the one seal of whoever is signed in. */
    SealNumber sealOfMine() {
        Page seals = open("/seals");
        String link = browser.find(org.openqa.selenium.By.cssSelector("#main a[href^='/seals/']"))
                .getDomAttribute("href");
        return new SealNumber(group(SEAL, link == null ? seals.path() : link));
    }

    /** Waits for the chain to confirm the seal, then takes it into use with its key, and waits for that. */
    void activate(SealNumber number) {
        open("/seals/" + number).await("a[href$='/activation']").follow("/activation");
        new Page(browser).choose("accepted", "true").submit();
        open("/seals/" + number).await("a[href='/stamping']");
    }

    /** From the first sign-up to the seal in use; whoever it is of is signed in at the end. */
    SealNumber sealInUse(Citizen citizen) {
        signUp(citizen);
        signIn(citizen);
        bind(citizen);
        String reference = apply(citizen);
        for (Bureau bureau : Bureau.values()) {
            approve(bureau, reference);
        }
        signIn(citizen);
        SealNumber seal = sealOfMine();
        activate(seal);
        return seal;
    }

    /** Everything but the signature: a contract of a page with the seal where the portal puts it. */
    Page placed(String purpose, String documentClass) {
        return open("/stamping/new")
                .attach("file", Documents.contract(1))
                .submit()
                .press(".govuk-button-group button[value=continue]")
                .isAt(".*/purpose")
                .type("purpose", purpose)
                .choose("documentClass", documentClass)
                .submit()
                .isAt(".*/check");
    }

    private static String group(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + path);
        }
        return matcher.group(1);
    }
}
