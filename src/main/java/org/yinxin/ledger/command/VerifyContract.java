package org.yinxin.ledger.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.proof.KnownChain;
import org.yinxin.ledger.proof.ProofRefusedException;
import org.yinxin.ledger.web3j.ContractDesk;

/** Looks whether a contract that another party deployed is the very one that this software would have deployed. */
final class VerifyContract {

    private final ContractDesk desk;
    private final String contract;
    private final PrintStream out;
    private boolean good = true;

    private VerifyContract(ContractDesk desk, String contract, PrintStream out) {
        this.desk = desk;
        this.contract = contract;
        this.out = out;
    }

    static int run(Arguments arguments, PrintStream out) {
        Map<Party, String> accounts = arguments.accounts("--accounts");
        Party own = arguments.party("--party");
        KnownChain chain = chain(arguments);
        ContractDesk desk = new ContractDesk("--node", arguments.uri("--node"));
        return new VerifyContract(desk, arguments.address("--contract"), out).verify(accounts, own, chain);
    }

    private int verify(Map<Party, String> accounts, Party own, @Nullable KnownChain chain) {
        desk.chainFlaw().ifPresentOrElse(flaw -> no("The chain is unfit: " + flaw), () -> yes("The chain is fit."));
        Optional<ContractDesk.Made> made = desk.made(contract, accounts);
        if (made.isEmpty()) {
            no("No contract like this one was made at " + contract + ".");
            return verdict();
        }
        say(made.get());
        if (chain != null) {
            prove(chain);
        } else {
            out.println(
                    "     Not proved by validators' signatures, as none were named: the node's word is taken for it.");
        }
        accountsNow(accounts, own);
        return verdict();
    }

    private void say(ContractDesk.Made made) {
        yes("It was made in block " + made.block() + " by " + made.deployer() + ", transaction " + made.transaction()
                + ".");
        if (!made.ourCode()) {
            no("Its code is not what this software deploys.");
        } else if (!made.asNamed()) {
            no("Its code is what this software deploys, but it was made with other accounts than the named ones.");
        } else {
            yes("Code and accounts are, byte for byte, what this software would deploy.");
        }
    }

    private void prove(KnownChain chain) {
        try {
            List<String> signers = desk.prove(contract, new KnownChain(desk.chainId(), chain.validators()));
            yes("Its creation is proved: " + signers.size() + " validators signed the block.");
        } catch (ProofRefusedException e) {
            no("Its creation is not proved by the named validators: " + e.getMessage());
        }
    }

    private void accountsNow(Map<Party, String> accounts, Party own) {
        String ours = accounts.get(own);
        if (ours != null && desk.actsFor(contract, own, ours)) {
            yes("The own account " + ours + " acts for " + Arguments.written(own) + ".");
        } else {
            no("The own account " + ours + " does not act for " + Arguments.written(own) + ".");
        }
        Map<Party, Set<String>> now = desk.accounts(contract);
        for (Party party : Party.values()) {
            Set<String> acting = now.getOrDefault(party, Set.of());
            boolean changed = !acting.equals(Set.of(accounts.getOrDefault(party, "")));
            out.println(
                    "     " + Arguments.written(party) + ": " + (acting.isEmpty() ? "nobody" : String.join(" ", acting))
                            + (changed ? "  (changed since by that party itself)" : ""));
        }
    }

    private int verdict() {
        out.println(
                good
                        ? "This is the contract. It can be used: YINXIN_LEDGER_CONTRACT=" + contract
                        : "Do not use this contract.");
        return good ? Contract.DONE : Contract.NO;
    }

    private void yes(String what) {
        out.println("yes  " + what);
    }

    private void no(String what) {
        good = false;
        out.println("NO   " + what);
    }

    private static @Nullable KnownChain chain(Arguments arguments) {
        String validators = arguments.find("--validators");
        try {
            return validators == null ? null : KnownChain.of(0, Arrays.asList(validators.split(",")));
        } catch (IllegalArgumentException e) {
            throw new Arguments.AskedWrongly("--validators says " + validators + ": write 0x…,0x…,0x…");
        }
    }
}
