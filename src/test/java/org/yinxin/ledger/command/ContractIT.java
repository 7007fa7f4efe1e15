package org.yinxin.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.embedded.EmbeddedChain;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.TestChain;
import org.yinxin.ledger.proof.KnownChain;
import org.yinxin.ledger.proof.ProofRefusedException;
import org.yinxin.ledger.web3j.ChainFixtures;
import org.yinxin.ledger.web3j.ContractDesk;
import org.yinxin.ledger.web3j.SignerStandIn;

/** One party deploys, the others look before they use, and each changes its own accounts alone; in this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractIT {

    private static final String NEW_ACCOUNT = "0x00000000000000000000000000000000000000f1";

    @TempDir
    static Path folder;

    private static Path keys;
    private static TestChain chain;
    private static String node;
    private static String accounts;
    private static String contract;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        chain = TestChain.start(folder.resolve("chain"));
        node = chain.url();
        keys = TestChain.keys(folder.resolve("keys"));
        ChainFixtures.accounts(keys);
        accounts = Arrays.stream(Party.values())
                .map(party -> Arguments.written(party) + "=" + ChainFixtures.address(keys, party))
                .collect(Collectors.joining(","));
    }

    @AfterAll
    static void stop() {
        chain.close();
    }

    @Test
    @Order(1)
    void onePartyDeploysWithItsOwnKey() {
        assertThat(run(signed("deploy", "court", "--accounts", accounts))).isZero();
        assertThat(said()).contains("The contract stands.", "sent by      " + ChainFixtures.address(keys, Party.COURT));
        contract = said().replaceFirst("(?s).*contract     (0x[0-9a-f]{40}).*", "$1");
    }

    @Test
    @Order(2)
    void eachOtherPartyFindsThatItIsWhatItWouldHaveDeployed() {
        assertThat(run(verify(contract, "public-security", accounts))).isZero();
        assertThat(said())
                .contains(
                        "yes  Code and accounts are, byte for byte, what this software would deploy.",
                        "yes  The own account " + ChainFixtures.address(keys, Party.PUBLIC_SECURITY)
                                + " acts for public-security.",
                        "It can be used: YINXIN_LEDGER_CONTRACT=" + contract)
                .doesNotContain("NO ");
        if (TestChain.isOwn()) {
            assertThat(desk().prove(contract, KnownChain.of(chain.chainId(), List.of())))
                    .as("a chain without validators")
                    .isEmpty();
        }
    }

    @Test
    @Order(3)
    void aContractThatIsNotTheOneIsNotToBeUsed() {
        String tampered = ChainFixtures.deployTampered(node, keys);
        assertThat(run(verify(tampered, "court", accounts))).isEqualTo(1);
        assertThat(said()).contains("NO   Its code is not what this software deploys.", "Do not use this contract.");

        String swapped =
                accounts.replace("court=", "x=").replace("platform=", "court=").replace("x=", "platform=");
        assertThat(run(verify(contract, "court", swapped))).isEqualTo(1);
        assertThat(said())
                .contains("NO   Its code is what this software deploys, but it was made with other accounts")
                .contains("does not act for court.");

        assertThat(run(verify(NEW_ACCOUNT, "court", accounts))).isEqualTo(1);
        assertThat(said()).contains("NO   No contract like this one was made at " + NEW_ACCOUNT);

        List<String> withValidators = new ArrayList<>(List.of(verify(contract, "court", accounts)));
        withValidators.addAll(List.of("--validators", "0x" + "11".repeat(20)));
        assertThat(run(withValidators.toArray(String[]::new))).isEqualTo(1);
        assertThat(said()).contains("NO   Its creation is not proved by the named validators");
        assertThatThrownBy(() -> desk().prove(contract, KnownChain.of(1, List.of())))
                .isInstanceOf(ProofRefusedException.class);
    }

    @Test
    @Order(4)
    void aPartyChangesItsOwnAccountsAndNobodyElses() {
        assertThat(run(account("add-account", "court", NEW_ACCOUNT))).isZero();
        assertThat(said()).contains(NEW_ACCOUNT + " acts for court.");
        assertThat(desk().accounts(contract).get(Party.COURT))
                .containsExactlyInAnyOrder(ChainFixtures.address(keys, Party.COURT), NEW_ACCOUNT);
        assertThat(run(account("add-account", "court", NEW_ACCOUNT))).isEqualTo(1);
        assertThat(said()).contains("Nothing to do");

        assertThat(run(account("add-account", "public-security", NEW_ACCOUNT))).isEqualTo(1);
        assertThat(said()).contains("Not done: the contract refuses it: AccountActsForAnotherParty");
        String[] foreign = account("add-account", "platform", "0x00000000000000000000000000000000000000f2");
        foreign[Arrays.asList(foreign).indexOf("--keystore") + 1] =
                keys.resolve("court.json").toString();
        assertThat(run(foreign)).isEqualTo(1);
        assertThat(said()).contains("Not done: the contract refuses it: AccessControlUnauthorizedAccount");

        assertThat(run(verify(contract, "court", accounts))).isZero();
        assertThat(said()).contains("changed since by that party itself");

        assertThat(run(account("remove-account", "court", NEW_ACCOUNT))).isZero();
        assertThat(run(account("remove-account", "court", ChainFixtures.address(keys, Party.COURT))))
                .isEqualTo(1);
        assertThat(said()).contains("is the only account of court");
        assertThat(desk().accounts(contract).get(Party.COURT))
                .containsExactly(ChainFixtures.address(keys, Party.COURT));
    }

    @Test
    @Order(5)
    void aRemoteSignerSignsByHandToo() {
        try (SignerStandIn signer = ChainFixtures.signer(keys, Party.COURT, chain.chainId())) {
            String[] add = {
                "add-account",
                "--node",
                node,
                "--contract",
                contract,
                "--party",
                "court",
                "--account",
                NEW_ACCOUNT,
                "--signer",
                signer.uri().toString(),
                "--from",
                ChainFixtures.address(keys, Party.COURT)
            };
            signer.down = true;
            assertThat(run(add)).isEqualTo(3);
            assertThat(said()).contains("there is no signature: its signer does not answer");
            signer.down = false;
            assertThat(run(add)).isZero();
        }
    }

    @Test
    @Order(6)
    void theStatusSaysWhoActsAndWhetherTheNodesAgree() {
        String both = "court=" + node + ",platform=" + node;
        assertThat(run("status", "--contract", contract, "--nodes", both)).isZero();
        assertThat(said())
                .contains(
                        "2 nodes agree, up to block ",
                        "court                 " + ChainFixtures.address(keys, Party.COURT));

        assertThat(run("status", "--contract", contract, "--nodes", both + ",public-security=http://127.0.0.1:1"))
                .isEqualTo(3);
        assertThat(said()).contains("public-security: The node of public-security does not answer");

        assertThat(run("status", "--contract", NEW_ACCOUNT, "--nodes", both)).isEqualTo(1);
        assertThat(said()).contains("NOT FIT: the contract is not there");
        try (EmbeddedChain other = EmbeddedChain.start(folder.resolve("other"), 0)) {
            assertThat(run("status", "--contract", contract, "--nodes", "court=" + node + ",platform=" + other.url()))
                    .isEqualTo(1);
            assertThat(said()).contains("The nodes do not agree");
        }
        if (TestChain.isOwn()) {
            assertThat(run("validators", "--node", node)).isEqualTo(1);
            assertThat(said()).contains("this is no QBFT chain");
        }
    }

    private static ContractDesk desk() {
        return new ContractDesk("test", URI.create(node));
    }

    private static String[] verify(String contract, String party, String accounts) {
        return new String[] {"verify", "--node", node, "--contract", contract, "--party", party, "--accounts", accounts
        };
    }

    private static String[] account(String command, String party, String account) {
        return signed(command, party, "--contract", contract, "--account", account);
    }

    private static String[] signed(String command, String party, String... more) {
        List<String> typed = new ArrayList<>(List.of(
                command,
                "--node",
                node,
                "--party",
                party,
                "--keystore",
                keys.resolve(party + ".json").toString(),
                "--password-file",
                keys.resolve("password").toString()));
        typed.addAll(List.of(more));
        return typed.toArray(String[]::new);
    }

    private int run(String... args) {
        said.reset();
        return Contract.run(args, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
