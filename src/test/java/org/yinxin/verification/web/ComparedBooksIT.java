package org.yinxin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Role;
import org.yinxin.application.ApplicationScenes;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.ledger.reconciliation.FindingKind;
import org.yinxin.ledger.reconciliation.FindingRow;
import org.yinxin.ledger.reconciliation.Mismatch;
import org.yinxin.ledger.reconciliation.Reconciliation;
import org.yinxin.ledger.reconciliation.RecordFindings;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.SealRenewals;
import org.yinxin.seal.Seals;
import org.yinxin.sealing.MarkView;
import org.yinxin.sealing.SealedDocuments;
import org.yinxin.sealing.SigningHand;
import org.yinxin.sealing.StampResult;
import org.yinxin.sealing.UseMarks;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.Uses;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.UseCode;
import org.yinxin.verification.Verdict;
import org.yinxin.verification.document.DocumentChecks;
import org.yinxin.verification.document.DocumentReport;

/** The books of seals and uses, spoilt behind the application's back, and who is told. */
class ComparedBooksIT extends IntegrationTest {

    private static final AccountPrincipal OFFICER =
            new AccountPrincipal(UUID.randomUUID(), "孙雨桐", Role.OFFICER, Bureau.DATA_ADMINISTRATION);
    private static final AccountPrincipal CITIZEN = new AccountPrincipal(UUID.randomUUID(), "沈知远", Role.CITIZEN, null);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Uses uses;

    @Autowired
    private Seals seals;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private RecordFindings findings;

    @Autowired
    private UseMarks marks;

    @Autowired
    private SealedDocuments documents;

    @Autowired
    private DocumentChecks checks;

    @Autowired
    private MockMvc site;

    /** One seal serves all tests: each sets right what it spoilt. */
    private static Owned seal;

    private static Digest onChain;

    @BeforeEach
    void anActiveSeal() {
        if (seal != null) {
            return;
        }
        seal = new SealFixtures(context).active();
        onChain = seals.find(seal.number()).orElseThrow().onChainId();
    }

    @Test
    void aSpoiltUseIsFoundNamedShownAndFoundNoMoreWhenItIsSetRight() throws Exception {
        UseView use = used();
        UseView other = used();
        spoil("update sealing.use set number = number + 6, purpose = purpose || '!' where entry_id = '" + use.entryId()
                + "' and seal_number = ?");
        compare();

        assertThat(found())
                .extracting(row -> row.finding().kind())
                .containsExactlyInAnyOrder(FindingKind.RENUMBERED, FindingKind.ROW_CHANGED);
        FindingRow renumbered = found(FindingKind.RENUMBERED);
        assertThat(renumbered.finding().table()).isEqualTo("sealing.use");
        assertThat(renumbered.finding().mismatches())
                .containsExactly(new Mismatch("number", "" + use.number(), "" + (use.number() + 6)));
        assertThat(found(FindingKind.ROW_CHANGED).finding().mismatches())
                .extracting(Mismatch::what)
                .containsExactly("purpose");
        assertThat(PublicPage.open(site, "/u/" + use.code()).verdict()).isEqualTo("The record does not match");
        assertThat(PublicPage.open(site, "/u/" + other.code()).verdict()).isEqualTo("Recorded");
        assertThat(PublicPage.open(site, "/s/" + seal.number()).verdict())
                .as("one use says nothing of the seal")
                .isEqualTo("In force");
        assertThat(PublicPage.open(site, "/receipts/" + use.entryId()).text()).contains("The record does not match");
        assertThat(PublicPage.open(site, "/receipts/" + other.entryId()).text())
                .doesNotContain("The record does not match");
        overseersAreTold(renumbered);

        spoil("update sealing.use set number = number - 6, purpose = rtrim(purpose, '!') where entry_id = '"
                + use.entryId() + "' and seal_number = ?");
        compare();
        assertThat(found()).isEmpty();
        assertThat(PublicPage.open(site, "/u/" + use.code()).verdict()).isEqualTo("Recorded");
        site.perform(get("/office/ledger/comparison/findings/" + renumbered.id())
                        .with(user(OFFICER))
                        .header("Accept-Language", "en"))
                .andExpect(content().string(containsString("No longer found")));
    }

    private void overseersAreTold(FindingRow row) throws Exception {
        String link = "/office/ledger/comparison/findings/" + row.id();
        site.perform(get("/office/ledger").with(user(OFFICER)).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("database and chain do not match")));
        site.perform(get("/office/ledger/comparison")
                        .with(user(OFFICER))
                        .param("kind", "RENUMBERED")
                        .header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(link)));
        site.perform(get("/office/ledger/comparison").with(user(OFFICER)).param("kind", "BOOK_BROKEN"))
                .andExpect(content().string(not(containsString(link))));
        site.perform(get(link).with(user(OFFICER)).header("Accept-Language", "zh-CN"))
                .andExpect(content().string(containsString("用印编号不同")))
                .andExpect(content().string(containsString("sealing.use")));
        site.perform(get("/office/ledger/comparison").with(user(CITIZEN))).andExpect(status().isForbidden());
        site.perform(get("/office/ledger/comparison/findings/999999999").with(user(OFFICER)))
                .andExpect(status().isNotFound());
    }

    @Test
    void usesThatWereDeletedOrInventedAreFound() throws Exception {
        UseView use = used();
        spoil("create table public.kept_use as select * from sealing.use where code = '" + use.code()
                + "' and seal_number = ?");
        spoil("delete from sealing.use where code = '" + use.code() + "' and seal_number = ?");
        compare();
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.finding().kind()).isEqualTo(FindingKind.ROW_MISSING);
            assertThat(row.finding().table()).isEqualTo("sealing.use");
            assertThat(row.finding().about().number()).isEqualTo(use.number());
            assertThat(row.finding().row()).isEqualTo(String.valueOf(use.entryId()));
        });

        spoil("insert into sealing.use select * from public.kept_use where seal_number = ?");
        UseCode invented = UseCode.random();
        spoil("update public.kept_use set id = gen_random_uuid(), entry_id = gen_random_uuid(), number = 99, code = '"
                + invented + "' where seal_number = ?");
        spoil("insert into sealing.use select * from public.kept_use where seal_number = ?");
        compare();
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.finding().kind()).isEqualTo(FindingKind.ROW_INSERTED);
            assertThat(row.finding().about().number()).isEqualTo(99);
            assertThat(row.finding().about().use()).isEqualTo(invented.onChain());
        });

        spoil("delete from sealing.use where code = '" + invented + "' and seal_number = ?");
        spoil("with gone as (select ?) delete from public.kept_use");
        compare();
        assertThat(found()).isEmpty();
    }

    @Test
    void aSpoiltSealIsFoundAndItsPublicPageSaysSo() throws Exception {
        spoil("update seal.event set reason = 'something else' where step = 'ACTIVATE' and seal_id ="
                + " (select id from seal.seal where number = ?)");
        compare();
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.finding().kind()).isEqualTo(FindingKind.ROW_CHANGED);
            assertThat(row.finding().table()).isEqualTo("seal.event");
            assertThat(row.finding().mismatches()).extracting(Mismatch::what).containsExactly("reason");
        });
        PublicPage page = PublicPage.open(site, "/s/" + seal.number());
        assertThat(page.verdict()).isEqualTo("The record does not match");
        assertThat(page.text()).contains("found something about this seal that does not match");

        spoil("update seal.event set reason = 'seal-conditions-2026-1' where step = 'ACTIVATE' and seal_id ="
                + " (select id from seal.seal where number = ?)");
        spoil("update seal.seal set status = 'SUSPENDED', valid_to = valid_to + interval '1 day' where number = ?");
        compare();
        assertThat(found())
                .extracting(row -> row.finding().kind())
                .containsExactlyInAnyOrder(FindingKind.STATE_DIFFERS, FindingKind.ROW_CHANGED);
        assertThat(found(FindingKind.STATE_DIFFERS).finding().mismatches())
                .containsExactly(new Mismatch("status", "ACTIVE", "SUSPENDED"));

        spoil("update seal.seal set status = 'ACTIVE', valid_to = valid_to - interval '1 day' where number = ?");
        spoil("update seal.seal set on_chain_id = sha256(on_chain_id) where number = ?");
        compare();
        assertThat(findings.list(FindingKind.ROW_INSERTED, false, 100, 1))
                .extracting(row -> row.finding().row())
                .contains(Digest.sha256(onChain.bytes()).hex());
        assertThat(found(FindingKind.ROW_MISSING).finding().table()).isEqualTo("seal.seal");
        spoil("update seal.seal set on_chain_id = decode('" + onChain.hex().substring(2)
                + "', 'hex') where number = ?");
        compare();
        assertThat(found()).isEmpty();
    }

    @Test
    void anOverseerHasEverythingComparedNow() throws Exception {
        Instant before = Instant.now();
        site.perform(post("/office/ledger/comparison").with(user(CITIZEN)).with(csrf()))
                .andExpect(status().isForbidden());
        site.perform(post("/office/ledger/comparison").with(user(OFFICER)).with(csrf()))
                .andExpect(redirectedUrl("/office/ledger/comparison"));
        site.perform(get("/office/ledger/comparison/progress").with(user(OFFICER)))
                .andExpect(content().string(containsString("comparison-progress")));
        awaitCompleteSince(before);
    }

    @Test
    void aUseIsDeclaredVoidByItsOwnersSignatureAndTheBookGoesOn() throws Exception {
        UseView use = used();
        String address = "/stamping/uses/" + use.code() + "/mark";
        site.perform(get(address).with(user(CITIZEN))).andExpect(status().isNotFound());
        site.perform(post(address).with(user(owner())).with(csrf()).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Choose whether the use is void or disputed")))
                .andExpect(content().string(containsString("Give a reason")));
        Document check = asked(address, "VOID", "Stamped by mistake");
        Digest act = Digest.fromHex(check.select("[data-act]").attr("data-act"));

        send(address, check, SigningHand.field(SoftKey.es256().sign(act)))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("data-act")));
        assertThat(marks.of(use.code())).isEmpty();

        Document again = asked(address, "VOID", "Stamped by mistake");
        Digest asked = Digest.fromHex(again.select("[data-act]").attr("data-act"));
        String late = again.select("input[name=expiry]").attr("value");
        again.select("input[name=expiry]").attr("value", "1700000000");
        send(address, again, SigningHand.field(seal.owner().key().sign(asked)))
                .andExpect(content().string(containsString("data-act")));
        assertThat(marks.of(use.code())).as("signed for a time that is over").isEmpty();
        again.select("input[name=expiry]").attr("value", late);
        for (int twice = 0; twice < 2; twice++) {
            send(address, again, SigningHand.field(seal.owner().key().sign(asked)))
                    .andExpect(redirectedUrl("/stamping/uses/" + use.code()));
        }
        assertThat(marks.of(use.code())).hasSize(1);
        MarkView mark = awaitMark(use.code());

        assertThat(mark.number()).isEqualTo(use.number() + 1);
        PublicPage page = PublicPage.open(site, "/u/" + use.code());
        assertThat(page.verdict())
                .as("good when it was made, and what was said later")
                .isEqualTo("Recorded Declared void");
        assertThat(page.text()).contains("Declared void").doesNotContain("Stamped by mistake");
        site.perform(get("/stamping/uses/" + use.code()).with(user(owner())).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Stamped by mistake")));
        DocumentReport report =
                checks.check(documents.release(owner().personId(), use.code()).file());
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.declaredVoid()).isTrue();
        site.perform(get(address).with(user(owner()))).andExpect(status().isNotFound());
        site.perform(get("/office/uses/" + use.code() + "/dispute").with(user(OFFICER)))
                .andExpect(status().isNotFound());
        theStatementHoldsAndTellsOfTheMark(mark);

        spoil("update sealing.use_mark set reason = 'another' where id = '" + mark.entryId()
                + "' and exists (select ?)");
        compare();
        assertThat(found(FindingKind.ROW_CHANGED).finding().table()).isEqualTo("sealing.use_mark");
        spoil("update sealing.use_mark set reason = 'Stamped by mistake' where id = '" + mark.entryId()
                + "' and exists (select ?)");
        compare();
        assertThat(found()).isEmpty();
    }

    private void theStatementHoldsAndTellsOfTheMark(MarkView mark) throws Exception {
        String address = "/stamping/seals/" + seal.number() + "/uses/statement";
        site.perform(get(address).with(user(CITIZEN))).andExpect(status().isNotFound());
        site.perform(get(address).with(user(owner())).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Nothing is missing")))
                .andExpect(content().string(containsString("Declared void")));
        site.perform(get(address).with(user(owner())).param("first", "9").param("last", "3"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("govuk-error-message")));
        byte[] pdf = downloaded(address + ".pdf");
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        String json = new String(downloaded(address + ".json?first=" + mark.number()), StandardCharsets.UTF_8);
        assertThat(json).contains("yinxin-use-book-statement-1", "UseMarked");
        handedIn(json).andExpect(content().string(containsString("It holds, but no validator signed")));
        handedIn(json.replace("\"VOID\"", "\"DISPUTE\""))
                .andExpect(content().string(containsString("The statement does not hold")));
        handedIn("nonsense").andExpect(content().string(containsString("not a statement of a use book")));
        handedIn("").andExpect(content().string(containsString("Choose a statement file")));
    }

    @Test
    void aBureauDisputesAUseWithItsOwnAccount() throws Exception {
        UseView use = used();
        String address = "/office/uses/" + use.code() + "/dispute";
        site.perform(get(address).with(user(CITIZEN))).andExpect(status().isForbidden());
        site.perform(post(address).with(user(OFFICER)).with(csrf()).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Give a reason")));
        site.perform(post(address).with(user(OFFICER)).with(csrf()).param("reason", "Reported as forged"))
                .andExpect(content().string(containsString("Reported as forged")));
        assertThat(marks.of(use.code())).as("before it is confirmed").isEmpty();
        for (int twice = 0; twice < 2; twice++) {
            site.perform(post(address)
                            .with(user(OFFICER))
                            .with(csrf())
                            .param("reason", "Reported as forged")
                            .param("confirmed", "true"))
                    .andExpect(redirectedUrl("/u/" + use.code()));
        }
        assertThat(marks.of(use.code())).hasSize(1);

        MarkView mark = awaitMark(use.code());
        assertThat(mark.party()).isEqualTo(Party.DATA_ADMINISTRATION);
        assertThat(PublicPage.open(site, "/u/" + use.code()).text())
                .contains("Disputed", "Data administration")
                .doesNotContain("Reported as forged");
        assertThat(checks.check(documents
                                .release(owner().personId(), use.code())
                                .file())
                        .disputed())
                .isTrue();
    }

    @Test
    void theCourtFindsAUseByItsCodeAndDisputesItWithItsOwnAccount() throws Exception {
        UseView use = used();
        AccountPrincipal clerk = new AccountPrincipal(UUID.randomUUID(), "冯敬之", Role.CLERK, null);
        String address = "/court/uses/" + use.code();
        for (AccountPrincipal other : List.of(OFFICER, CITIZEN, owner())) {
            site.perform(get("/court/uses").with(user(other))).andExpect(status().isForbidden());
            site.perform(post(address + "/dispute")
                            .with(user(other))
                            .with(csrf())
                            .param("reason", "x")
                            .param("confirmed", "true"))
                    .andExpect(status().isForbidden());
        }
        site.perform(get("/office/uses/" + use.code() + "/dispute").with(user(clerk)))
                .andExpect(status().isForbidden());
        site.perform(get("/court/uses/" + UseCode.random()).with(user(clerk))).andExpect(status().isNotFound());
        site.perform(get("/court/uses").param("code", "7KQ4").with(user(clerk)).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Enter the twelve characters")));
        site.perform(get("/court/uses")
                        .param("code", UseCode.random().value())
                        .with(user(clerk))
                        .header("Accept-Language", "zh-CN"))
                .andExpect(content().string(containsString("均无此编码")));
        site.perform(get("/court/uses")
                        .param(
                                "code",
                                use.code().value().toLowerCase(Locale.ROOT).replace("-", " "))
                        .with(user(clerk)))
                .andExpect(redirectedUrl(address));
        site.perform(get(address).with(user(clerk)))
                .andExpect(content().string(containsString(address + "/dispute")))
                .andExpect(content().string(not(containsString("contract.pdf"))));
        site.perform(get("/u/" + use.code()).with(user(clerk)))
                .andExpect(content().string(containsString(address)));

        site.perform(post(address + "/dispute").with(user(clerk)).with(csrf()).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Give a reason")));
        site.perform(post(address + "/dispute")
                        .with(user(clerk))
                        .with(csrf())
                        .param("reason", "Case 2026-118: signature contested"))
                .andExpect(content().string(containsString("signature contested")));
        assertThat(marks.of(use.code())).as("before it is confirmed").isEmpty();
        site.perform(post(address + "/dispute")
                        .with(user(clerk))
                        .with(csrf())
                        .param("reason", "Case 2026-118: signature contested")
                        .param("confirmed", "true"))
                .andExpect(redirectedUrl(address));

        MarkView mark = awaitMark(use.code());
        assertThat(mark.party()).isEqualTo(Party.COURT);
        assertThat(mark.number()).isEqualTo(use.number() + 1);
        assertThat(PublicPage.open(site, "/receipts/" + mark.entryId()).text()).contains("The internet court");
        assertThat(PublicPage.open(site, "/u/" + use.code()).text())
                .contains("Disputed", "The internet court")
                .doesNotContain("signature contested");
        site.perform(get("/court/uses").with(user(clerk)))
                .andExpect(content().string(containsString("signature contested")))
                .andExpect(content().string(containsString("/receipts/" + mark.entryId())));
    }

    /** The newer version goes on with the book of the one before. */
    @Test
    void aStatementGoesOnOverARenewal() throws Exception {
        Owned renewed = new SealFixtures(context).endingSoon();
        AccountPrincipal owner = renewed.owner().principal();
        assertThat(used(renewed).number()).isEqualTo(1);
        Digest first = seals.find(renewed.number()).orElseThrow().onChainId();
        context.getBean(SealRenewals.class).renew(owner.personId(), renewed.number());
        Digest second =
                new SealFixtures(context).awaitRecorded(renewed.number()).onChainId();
        assertThat(used(renewed).number()).isEqualTo(2);
        assertThat(used(renewed).number()).isEqualTo(3);

        String address = "/stamping/seals/" + renewed.number() + "/uses/statement";
        site.perform(get(address).with(user(owner)).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Nothing is missing")));
        String whole = statement(address + ".json", owner);
        assertThat(whole).contains(first.hex(), second.hex());
        handedIn(whole).andExpect(content().string(containsString("It holds, but no validator signed")));
        handedIn(whole.replace(second.hex(), first.hex()))
                .andExpect(content().string(containsString("The statement does not hold")));
        String after = statement(address + ".json?first=2&last=3", owner);
        assertThat(after).contains(second.hex());
        handedIn(after).andExpect(content().string(containsString("It holds, but no validator signed")));
    }

    private String statement(String address, AccountPrincipal owner) throws Exception {
        return site.perform(get(address).with(user(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** A row that hides what was said: the contract says it all the same. */
    @Test
    void whatWasSaidOfAUseCannotBeHiddenInOurRows() throws Exception {
        UseView use = used();
        marks.dispute(Bureau.PUBLIC_SECURITY, OFFICER.personId(), use.code(), "Reported as forged");
        MarkView mark = awaitMark(use.code());
        assertThat(PublicPage.open(site, "/u/" + use.code()).verdict()).isEqualTo("Recorded Disputed");

        spoil("create table public.kept_mark as select * from sealing.use_mark where id = '" + mark.entryId()
                + "' and exists (select ?)");
        spoil("delete from sealing.use_mark where id = '" + mark.entryId() + "' and exists (select ?)");
        assertThat(PublicPage.open(site, "/u/" + use.code()).verdict()).isEqualTo("The record does not match Disputed");
        spoil("insert into sealing.use_mark select * from public.kept_mark where exists (select ?)");
        spoil("with gone as (select ?) delete from public.kept_mark");
        assertThat(PublicPage.open(site, "/u/" + use.code()).verdict()).isEqualTo("Recorded Disputed");
    }

    private static AccountPrincipal owner() {
        return new AccountPrincipal(seal.owner().personId(), seal.owner().name(), Role.CITIZEN, null);
    }

    private Document asked(String address, String mark, String reason) throws Exception {
        return Jsoup.parse(site.perform(post(address)
                        .with(user(owner()))
                        .with(csrf())
                        .param("mark", mark)
                        .param("reason", reason))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions send(String address, Document check, String signature) throws Exception {
        var request = post(address).with(user(owner())).with(csrf()).param("signature", signature);
        for (String field : List.of("mark", "reason", "entry", "salt", "expiry")) {
            request.param(field, check.select("input[name=" + field + "]").attr("value"));
        }
        return site.perform(request);
    }

    private byte[] downloaded(String address) throws Exception {
        return site.perform(get(address).with(user(owner())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private ResultActions handedIn(String statement) throws Exception {
        return site.perform(multipart("/check/use-book")
                .file(new MockMultipartFile(
                        "file", "book.json", "application/json", statement.getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .header("Accept-Language", "en"));
    }

    private MarkView awaitMark(UseCode code) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(40));
        while (marks.of(code).stream().noneMatch(mark -> mark.status() != MarkView.Status.SENT)
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        assertThat(marks.of(code))
                .singleElement()
                .satisfies(mark -> assertThat(mark.holds())
                        .as(String.valueOf(mark.refusal()))
                        .isTrue());
        return marks.of(code).getFirst();
    }

    private List<FindingRow> found() {
        return findings.list(null, false, 1_000, 1).stream()
                .filter(row -> onChain.equals(row.finding().about().seal()))
                .toList();
    }

    private FindingRow found(FindingKind kind) {
        return found().stream()
                .filter(row -> row.finding().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void spoil(String statement) {
        Tampering.in(context).sql(statement, seal.number());
    }

    private void compare() throws InterruptedException {
        Instant before = Instant.now();
        reconciliation.compareNow(OFFICER.personId());
        awaitCompleteSince(before);
    }

    private void awaitCompleteSince(Instant before) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (reconciliation
                        .lastComplete()
                        .filter(last ->
                                last.startedAt() != null && last.startedAt().isAfter(before))
                        .isEmpty()
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        assertThat(reconciliation.lastComplete().orElseThrow().startedAt()).isAfter(before);
    }

    private UseView used() throws InterruptedException {
        return used(seal);
    }

    private UseView used(Owned seal) throws InterruptedException {
        SigningHand hand = new SigningHand(context);
        StampPlan plan = StampPlan.at(new Placement(1, 1000, 1500));
        UUID draft = hand.ready(seal, "contract.pdf", ApplicationScenes.pdf("Contract"), plan, "Lease");
        UseCode code = ((StampResult.Stamped) hand.stamp(seal, draft)).code();
        Instant until = Instant.now().plus(Duration.ofSeconds(40));
        while (!uses.find(code).orElseThrow().status().isSettled()
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        return uses.find(code).orElseThrow();
    }
}
