package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Role;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.ledger.proof.ProofFixtures;
import org.yinxin.shared.Bureau;

class ReceiptPagesIT extends IntegrationTest {

    private static final AccountPrincipal OFFICER =
            new AccountPrincipal(UUID.randomUUID(), "孙雨桐", Role.OFFICER, Bureau.DATA_ADMINISTRATION);
    private static final AccountPrincipal ADMINISTRATOR =
            new AccountPrincipal(UUID.randomUUID(), "周明", Role.ADMINISTRATOR, Bureau.DATA_ADMINISTRATION);
    private static final AccountPrincipal CITIZEN = new AccountPrincipal(UUID.randomUUID(), "沈知远", Role.CITIZEN, null);

    @Autowired
    private MockMvc site;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate inTransaction;

    @Test
    void theReceiptSaysWhatWhenByWhomAndThatThisChainIsOneParty() throws Exception {
        Story story = new Story();
        LedgerEntry entry = story.approval(Bureau.MARKET_SUPERVISION);
        record(entry);
        Receipt receipt = await(entry).receipt();

        site.perform(get("/receipts/" + entry.id()).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Robots-Tag", "noindex"))
                .andExpect(content().string(containsString("Approval of an application")))
                .andExpect(content().string(containsString("Market supervision")))
                .andExpect(content().string(containsString("This is a trial installation")))
                .andExpect(content().string(containsString(receipt.transactionHash())))
                .andExpect(content().string(containsString(receipt.blockHash())))
                .andExpect(content().string(containsString("/records?q=%23" + receipt.blockNumber())))
                .andExpect(content().string(containsString("What was approved")))
                .andExpect(content().string(containsString(story.parts.digest().hex())))
                .andExpect(content().string(not(containsString("data-refresh-url"))));
        site.perform(get("/receipts/" + entry.id()).header("Accept-Language", "zh-CN"))
                .andExpect(content().string(containsString("申请审核通过")));
        site.perform(get("/receipts/" + entry.id() + "/receipt.json"))
                .andExpect(jsonPath("$.receipt.transactionHash").value(receipt.transactionHash()))
                .andExpect(jsonPath("$.status").value("RECORDED"));
    }

    @Test
    void aRefusedUseSaysWhyInWords() throws Exception {
        LedgerEntry entry = new Story().use();
        record(entry);
        await(entry);
        site.perform(get("/receipts/" + entry.id()).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("No such seal was issued.")));
        site.perform(get("/receipts/" + entry.id() + "/progress?reload=true").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("data-reload")))
                .andExpect(content().string(containsString("Not recorded")));
    }

    @Test
    void anEntryThatWaitsForOthersRefreshesItself() throws Exception {
        LedgerEntry entry = new Story().approval(Bureau.PUBLIC_SECURITY);
        record(entry);
        site.perform(get("/receipts/" + entry.id() + "/progress").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("receipt-" + entry.id())));
        await(entry);
        site.perform(get("/receipts/" + entry.id() + "/progress").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Recorded")))
                .andExpect(content().string(not(containsString("data-refresh-url"))));
    }

    @Test
    void aReceiptsProofCanBeTakenAwayAndCheckedAndSaysThatNobodySignedTheTrialChain() throws Exception {
        LedgerEntry entry = new Story().approval(Bureau.MARKET_SUPERVISION);
        record(entry);
        await(entry);
        byte[] proof = site.perform(get("/receipts/" + entry.id() + "/proof.json"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("proof-" + entry.id())))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        checked(proof)
                .andExpect(content().string(containsString("No validator signed this")))
                .andExpect(content().string(containsString("/receipts/" + entry.id())))
                .andExpect(content().string(containsString("ApplicationDecided")));

        String forged = new String(proof, StandardCharsets.UTF_8)
                .replaceFirst("\"receipt\" : \"0x(..)", "\"receipt\" : \"0x00");
        checked(forged.getBytes(StandardCharsets.UTF_8))
                .andExpect(content().string(containsString("The proof does not hold")))
                .andExpect(content().string(containsString("The receipt is not the one that stands in the block.")));
        checked("nonsense".getBytes(StandardCharsets.UTF_8))
                .andExpect(content().string(containsString("not a proof of a receipt")));
        checked(new byte[0]).andExpect(content().string(containsString("Choose a proof file")));
        checked(otherChain()).andExpect(content().string(containsString("The proof does not hold")));
    }

    private ResultActions checked(byte[] file) throws Exception {
        return site.perform(multipart("/check/proof")
                .file(new MockMultipartFile("file", "proof.json", "application/json", file))
                .with(csrf())
                .header("Accept-Language", "en"));
    }

    /** A good proof, but of another network. */
    private static byte[] otherChain() {
        return ProofFixtures.besu().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void thereIsNoProofOfWhatIsNotRecorded() throws Exception {
        site.perform(get("/receipts/" + UUID.randomUUID() + "/proof.json")).andExpect(status().isNotFound());
        site.perform(get("/check/proof").header("Accept-Language", "zh-CN"))
                .andExpect(content().string(containsString("核验回执的证明文件")));
    }

    @Test
    void theRecordsCanBeLookedThroughByAnybodyAndOverseenByOfficersAlone() throws Exception {
        LedgerEntry entry = new Story().approval(Bureau.MARKET_SUPERVISION);
        record(entry);
        Receipt receipt = await(entry).receipt();
        String link = "/receipts/" + entry.id();

        site.perform(get("/records").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(link)))
                .andExpect(content().string(containsString("This is a trial installation")));
        site.perform(get("/records").param("q", receipt.transactionHash()))
                .andExpect(content().string(containsString(link)));
        site.perform(get("/records").param("q", "#" + receipt.blockNumber()))
                .andExpect(content().string(containsString(link)));
        site.perform(get("/records").param("q", "0x" + "12".repeat(32)).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Nothing was found")))
                .andExpect(content().string(not(containsString(link))));
        site.perform(get("/records").param("q", "<script>").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Type a hash of 64 hexadecimal digits")))
                .andExpect(content().string(not(containsString("<script>\""))));
        site.perform(get("/records").param("party", "MARKET_SUPERVISION"))
                .andExpect(content().string(containsString(link)));
        site.perform(get("/records").param("party", "COURT"))
                .andExpect(content().string(not(containsString(link))));
        site.perform(get("/records").param("before", "1")).andExpect(content().string(not(containsString(link))));

        site.perform(get("/office/ledger").header("Accept", "text/html")).andExpect(status().is3xxRedirection());
        site.perform(get("/office/ledger").with(user(CITIZEN))).andExpect(status().isForbidden());
        site.perform(get("/office/ledger")
                        .with(user(OFFICER))
                        .param("party", "MARKET_SUPERVISION")
                        .param("kind", "DECISION")
                        .header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(link)))
                .andExpect(content().string(containsString("anvil/")))
                .andExpect(content().string(containsString("A key file of this installation")))
                .andExpect(content().string(containsString(receipt.account())));
        site.perform(get("/office/ledger").with(user(OFFICER)).param("party", "COURT"))
                .andExpect(content().string(not(containsString(link))));
    }

    @Test
    void everybodySeesThatTheChainIsFitAndNobodyElseWhatIsBehindIt() throws Exception {
        site.perform(get("/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.components.chain.status").value("UP"))
                .andExpect(jsonPath("$.components.db.details").doesNotExist());
        site.perform(get("/health").with(user(CITIZEN)))
                .andExpect(jsonPath("$.components.db.details").doesNotExist());
        site.perform(get("/health").with(user(ADMINISTRATOR)))
                .andExpect(jsonPath("$.components.db.details.database").value("PostgreSQL"));
    }

    @Test
    void anUnknownEntryIsNotFound() throws Exception {
        site.perform(get("/receipts/" + UUID.randomUUID())).andExpect(status().isNotFound());
        site.perform(get("/receipts/nonsense")).andExpect(status().isNotFound());
    }

    @Test
    void nothingIsRecordedOutsideATransaction() {
        LedgerEntry entry = new Story().approval(Bureau.PUBLIC_SECURITY);
        assertThatThrownBy(() -> ledger.record(entry)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(ledger.recording(entry.id())).isEmpty();
    }

    private void record(LedgerEntry... entries) {
        inTransaction.executeWithoutResult(status -> List.of(entries).forEach(ledger::record));
    }

    private Recording await(LedgerEntry entry) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Recording recording = ledger.recording(entry.id()).orElseThrow();
        while (recording.pending() && System.nanoTime() < end) {
            Thread.sleep(50);
            recording = ledger.recording(entry.id()).orElseThrow();
        }
        assertThat(recording.pending()).isFalse();
        return recording;
    }
}
