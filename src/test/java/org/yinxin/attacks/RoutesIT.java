package org.yinxin.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Role;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.sealing.SigningHand;
import org.yinxin.sealing.StampResult;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.Uses;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.UseCode;
import org.yinxin.site.Times;

/**
 * Every address that is mapped, tried by everybody whom it does not concern. A new one is found here by itself; one that
 * names a new kind of thing fails until somebody says what belongs there.
 */
class RoutesIT extends IntegrationTest {

    private static final String[] OFFICE = {"/office"};
    private static final String[] ADMINISTRATION = {"/office/administration"};
    private static final String[] COURT = {"/court"};
    private static final String[] CITIZENS = {"/enterprises", "/applications", "/seals", "/stamping", "/mandates"};
    private static final String[] SIGNED_IN = {"/account", "/notices", "/sign-out"};
    private static final String[] PUBLIC = {
        "/s",
        "/u",
        "/check",
        "/receipts",
        "/records",
        "/pki",
        "/help",
        "/sign-in",
        "/sign-up",
        "/account-recovery",
        "/language",
        "/error"
    };

    /** Names nothing of anybody's: a code is looked up in the register before somebody says that they act for it. */
    private static final Set<String> ANYBODYS = Set.of("/enterprises/bind/{code}");

    /** What is there only after a later step, for another kind of application or mandate, or for the invited alone. */
    private static final Set<String> NOT_YET = Set.of(
            "/applications/{reference}/imprint/chosen",
            "/applications/{reference}/imprint/drawn",
            "/applications/{reference}/imprint/filed",
            "/applications/{reference}/imprint/original",
            "/applications/{reference}/imprints/{code}",
            "/applications/{reference}/reason",
            "/applications/{reference}/supporting-file/content",
            "/applications/{reference}/supporting-file/removal",
            "/enterprises/{code}/filings/{seal}/imprint.png",
            "/mandates/offers/{id}",
            "/mandates/{id:[0-9a-f-]{36}}/mandate.json");

    /** What nobody may see who does not act for the enterprise. */
    private static final List<String> TOLD = new ArrayList<>();

    private static final List<String> GARBAGE =
            List.of("00000000-0000-0000-0000-000000000000", "9".repeat(300), "印 章'\"<b>;--");

    private static @Nullable Map<String, String> things;
    private static @Nullable AccountPrincipal owner;

    @Autowired
    private MockMvc site;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AccountFixtures accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private Set<Route> routes;

    @BeforeEach
    void somebodyWhoHasOneOfEverything() throws Exception {
        routes = Route.all(mapping);
        routes.removeIf(route -> route.under("/account/rehearsal")); // a page of the tests themselves
        if (things == null) {
            Owned seal = new SealFixtures(context).active();
            owner = seal.owner().principal();
            things = everything(seal);
            TOLD.addAll(List.of(seal.owner().name(), "Supply of turbines"));
        }
    }

    private Map<String, String> everything(Owned owned) throws Exception {
        SigningHand hand = new SigningHand(context);
        StampPlan plan = StampPlan.at(new Placement(1, 1000, 1500));
        byte[] file = PdfFixtures.contract(1);
        UUID stamped = hand.ready(owned, "a.pdf", file, plan, "Supply of turbines");
        String use = ((StampResult.Stamped) hand.stamp(owned, stamped)).code().value();
        UseView recorded = awaitRecorded(use);
        LocalDate today = LocalDate.now(Times.ZONE);
        return Map.of(
                "seal",
                owned.number().value(),
                "use",
                use,
                "draft",
                hand.ready(owned, "b.pdf", file, plan, "Supply of turbines").toString(),
                "mandate",
                created(post("/seals/" + owned.number() + "/mandates/new/keeper")
                        .param("name", "林若溪")
                        .param("validFrom", today.toString())
                        .param("validTo", today.plusMonths(2).toString())),
                "key",
                owned.owner().enrolled().id().toString(),
                "application",
                created(post("/applications/start")),
                "uscc",
                owned.owner().uscc().value(),
                "physicalSeal",
                owned.owner().physicalSeal().value(),
                "entry",
                Objects.requireNonNull(recorded.entryId()).toString());
    }

    /** The second part of the address that the owner is led to. */
    private String created(MockHttpServletRequestBuilder request) throws Exception {
        String address = site.perform(request.with(user(owner)).with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Objects.requireNonNull(address).split("/")[2];
    }

    @Test
    void whatIsSomebodysIsNotFoundByAnybodyElse() {
        AccountPrincipal neighbour = new SealFixtures(context).owner().principal();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Route route : routes) {
            boolean somebodys = route.under(CITIZENS) || route.under("/account/keys");
            if (!somebodys || route.names().isEmpty() || ANYBODYS.contains(route.pattern())) {
                continue;
            }
            tried++;
            Answer answer = ask(route.with(name -> value(route, name)).with(csrf()), neighbour);
            boolean silent = TOLD.stream().noneMatch(answer.body()::contains);
            // A form that lacks a field is refused before anybody looks whose it is.
            boolean refused = answer.status() == 404 || route.changes() && answer.status() == 400;
            if (!refused || !silent) {
                wrong.add(route + ": " + answer.status() + (silent ? "" : " and tells of it"));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(80);
    }

    /** So that the refusals above are not those of addresses that lead nowhere. */
    @Test
    void theOwnerFindsAlmostAllOfIt() {
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (Route route : routes) {
            if (route.under(CITIZENS) && !route.changes()) {
                Answer answer = ask(route.with(name -> value(route, name)), owner);
                if (answer.status() == 404) {
                    missing.add(route.pattern());
                } else if (answer.status() < 400) {
                    found++;
                }
            }
        }
        assertThat(missing).isSubsetOf(NOT_YET);
        assertThat(found).isGreaterThan(40);
    }

    @Test
    void eachPartOfTheSiteIsOpenToThoseItIsForAlone() {
        AccountPrincipal citizen = accounts.citizen().principal();
        AccountPrincipal officer = accounts.officer(Bureau.PUBLIC_SECURITY).principal();
        AccountPrincipal administrator =
                accounts.administrator(Bureau.MARKET_SUPERVISION).principal();
        AccountPrincipal clerk = accounts.official(Role.CLERK, null, "某书记员").principal();
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (route.under(PUBLIC) || route.pattern().equals("/")) {
                continue;
            }
            Answer nobody = ask(filled(route), null);
            if (nobody.status() != 302 || !nobody.location().contains("/sign-in")) {
                wrong.add(route + " for nobody: " + nobody.status());
            }
            List<AccountPrincipal> others = route.under(ADMINISTRATION)
                    ? List.of(citizen, clerk, officer)
                    : route.under(OFFICE)
                            ? List.of(citizen, clerk)
                            : route.under(COURT)
                                    ? List.of(citizen, officer, administrator)
                                    : route.under(CITIZENS) ? List.of(officer, administrator, clerk) : List.of();
            if (others.isEmpty() && !route.under(SIGNED_IN)) {
                wrong.add(route + ": nothing says here whom it is for");
            }
            for (AccountPrincipal other : others) {
                int status = ask(filled(route), other).status();
                if (status != 403) {
                    wrong.add(route + " for " + other.role() + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsChangedWithoutTheFormsToken() {
        AccountPrincipal administrator =
                accounts.administrator(Bureau.DATA_ADMINISTRATION).principal();
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (route.changes() && !route.under("/error")) {
                AccountPrincipal person = route.under(OFFICE) ? administrator : owner;
                int status = ask(route.with(name -> value(route, name)), person).status();
                int forged = ask(route.with(name -> value(route, name)).with(csrf().useInvalidToken()), person)
                        .status();
                if (status != 403 || forged != 403) {
                    wrong.add(route + ": " + status + ", " + forged);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void garbageInAnAddressIsNotFound() {
        AccountPrincipal administrator =
                accounts.administrator(Bureau.PUBLIC_SECURITY).principal();
        AccountPrincipal citizen = accounts.citizen().principal();
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (route.changes() && !route.under(CITIZENS)) {
                continue;
            }
            AccountPrincipal person = route.under(OFFICE) ? administrator : route.under(CITIZENS) ? owner : citizen;
            for (String changed : route.names()) {
                for (String garbage : GARBAGE) {
                    int status = ask(
                                    route.with(name -> name.equals(changed) ? garbage : value(route, name))
                                            .with(csrf()),
                                    person)
                            .status();
                    if (status < 400 && !route.under("/s", "/u") || status >= 500) {
                        wrong.add(route + " with " + garbage + " for " + changed + ": " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void garbageInAQuestionBreaksNothing() {
        AccountPrincipal administrator =
                accounts.administrator(Bureau.MARKET_SUPERVISION).principal();
        AccountPrincipal citizen = accounts.citizen().principal();
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (route.changes() || route.under("/error")) {
                continue;
            }
            AccountPrincipal person = route.under(OFFICE) ? administrator : route.under(CITIZENS) ? owner : citizen;
            for (String garbage : List.of("\u0000", "2147483648", "-7'\"<b>%_\\")) {
                MockHttpServletRequestBuilder question = filled(route);
                for (String name : List.of(
                        "q", "page", "status", "kind", "party", "before", "first", "last", "code", "mended", "search",
                        "bureau", "above", "back", "reload", "number", "state", "lang")) {
                    question.param(name, garbage);
                }
                int status = ask(question, person).status();
                if (status >= 500 && status != 503) {
                    wrong.add(route + " asked with " + (garbage.length() > 20 ? "much" : garbage) + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** PostgreSQL keeps no text with this character; nobody types it. */
    @Test
    void aCharacterThatNobodyTypesIsRefusedInEveryForm() {
        List<String> wrong = new ArrayList<>();
        for (String form : List.of(
                "/stamping/drafts/" + thing("draft") + "/purpose",
                "/account/keys/" + thing("key") + "/label",
                "/seals/" + thing("seal") + "/mandates/new/keeper",
                "/stamping/uses/" + thing("use") + "/mark")) {
            MockHttpServletRequestBuilder filled = post(form).with(csrf());
            for (String field : List.of("purpose", "label", "name", "reason")) {
                filled.param(field, "a\u0000b");
            }
            int status = ask(filled.param("documentClass", "CONTRACT").param("mark", "VOID"), owner)
                    .status();
            if (status != 400) {
                wrong.add(form + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private MockHttpServletRequestBuilder filled(Route route) {
        return route.with(name -> value(route, name)).with(csrf());
    }

    /** What somebody has, where the address names it; an invented one where nobody has such a thing here. */
    private static String value(Route route, String name) {
        return switch (name) {
            case "number" -> thing("seal");
            case "code" -> code(route);
            case "id" -> id(route);
            case "reference" -> thing("application");
            case "entryId" -> thing("entry");
            case "role" -> route.under("/pki") ? "root" : "keeper";
            case "algorithm" -> "sm2";
            case "intervention" -> "suspension";
            case "seal" -> thing("physicalSeal");
            case "name" -> "root-sm2";
            case "size" -> "large";
            case "side" -> "now";
            case "page", "signedPage", "presentPage", "signedUntil", "generation" -> "1";
            default -> throw new AssertionError("Nothing says here what belongs into {" + name + "} of " + route);
        };
    }

    private static String code(Route route) {
        if (route.under("/stamping", "/u", "/office/uses", "/court")) {
            return thing("use");
        }
        return route.under("/office/register/filings", "/applications") ? thing("physicalSeal") : thing("uscc");
    }

    private static String id(Route route) {
        if (route.under("/stamping")) {
            return thing("draft");
        }
        return route.under("/mandates")
                ? thing("mandate")
                : route.under("/account/keys") ? thing("key") : "7f3c1de0-0000-4000-8000-000000000001";
    }

    private static String thing(String name) {
        return Objects.requireNonNull(Objects.requireNonNull(things).get(name), name);
    }

    private record Answer(int status, String location, String body) {}

    private Answer ask(MockHttpServletRequestBuilder request, @Nullable AccountPrincipal person) {
        MockHttpServletRequestBuilder asked = request.with(from -> {
            from.setRemoteAddr("198.51.100." + ThreadLocalRandom.current().nextInt(250));
            return from;
        });
        try {
            MockHttpServletResponse answer = site.perform(person == null ? asked : asked.with(user(person)))
                    .andReturn()
                    .getResponse();
            String location = Objects.requireNonNullElse(answer.getRedirectedUrl(), "");
            return new Answer(answer.getStatus(), location, answer.getContentAsString());
        } catch (Exception broken) {
            return new Answer(500, "", String.valueOf(broken.getCause()));
        }
    }

    private UseView awaitRecorded(String code) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(40));
        UseView use = find(code);
        while (use.number() == null && Instant.now().isBefore(until)) {
            Thread.sleep(100);
            use = find(code);
        }
        return use;
    }

    private UseView find(String code) {
        return context.getBean(Uses.class)
                .find(UseCode.parse(code).orElseThrow())
                .orElseThrow();
    }
}
