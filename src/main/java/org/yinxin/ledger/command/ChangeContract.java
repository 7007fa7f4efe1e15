package org.yinxin.ledger.command;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.web3j.ContractDesk;
import org.yinxin.ledger.web3j.Signature;

/** Puts the contract on the chain, or changes a party's own accounts in it. */
final class ChangeContract {

    private ChangeContract() {}

    static int deploy(Arguments arguments, PrintStream out) {
        Map<Party, String> accounts = arguments.accounts("--accounts");
        Party party = arguments.party("--party");
        ContractDesk desk = new ContractDesk("--node", arguments.uri("--node"));
        Optional<String> flaw = desk.chainFlaw();
        if (flaw.isPresent()) {
            out.println("Not done: the chain is unfit, " + flaw.get());
            return Contract.NO;
        }
        Signature signature = arguments.signature(party);
        ContractDesk.Creation creation = desk.deploy(accounts, signature);
        out.println("The contract stands.");
        out.println("chain        " + desk.chainId());
        out.println("contract     " + creation.contract());
        out.println("block        " + creation.block());
        out.println("transaction  " + creation.transaction());
        out.println("sent by      " + signature.account());
        out.println("Tell the other parties its address. Each runs verify before it uses it.");
        return Contract.DONE;
    }

    static int addAccount(Arguments arguments, PrintStream out) {
        return change(arguments, true, out);
    }

    static int removeAccount(Arguments arguments, PrintStream out) {
        return change(arguments, false, out);
    }

    private static int change(Arguments arguments, boolean add, PrintStream out) {
        Party party = arguments.party("--party");
        String contract = arguments.address("--contract");
        String account = arguments.address("--account");
        ContractDesk desk = new ContractDesk("--node", arguments.uri("--node"));
        Set<String> before = desk.accounts(contract).getOrDefault(party, Set.of());
        if (add == desk.actsFor(contract, party, account)) {
            out.println("Nothing to do: " + account + (add ? " acts" : " does not act") + " for "
                    + Arguments.written(party) + " as it is.");
            return Contract.NO;
        }
        if (!add && before.equals(Set.of(account))) {
            out.println("Not done: " + account + " is the only account of " + Arguments.written(party)
                    + ". Without any nobody could ever act for this party again; add another one first.");
            return Contract.NO;
        }
        Signature signature = arguments.signature(party);
        ContractDesk.Creation done = add
                ? desk.addAccount(contract, party, account, signature)
                : desk.removeAccount(contract, party, account, signature);
        out.println(account + (add ? " acts for " : " does not act any more for ") + Arguments.written(party) + ".");
        out.println("block        " + done.block());
        out.println("transaction  " + done.transaction());
        return Contract.DONE;
    }
}
