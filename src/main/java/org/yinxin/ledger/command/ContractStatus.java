package org.yinxin.ledger.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yinxin.ledger.NodeSilentException;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.web3j.NodeView;

/** Who acts with which accounts, and which nodes agree on it. */
final class ContractStatus {

    private final String contract;
    private final PrintStream out;
    private final List<NodeView> answering = new ArrayList<>();
    private final Set<Object> told = new HashSet<>();
    private boolean silent;
    private boolean differing;

    private ContractStatus(String contract, PrintStream out) {
        this.contract = contract;
        this.out = out;
    }

    static int run(Arguments arguments, PrintStream out) {
        ContractStatus status = new ContractStatus(arguments.address("--contract"), out);
        arguments.nodes("--nodes").forEach((name, uri) -> status.look(new NodeView(name, uri)));
        return status.verdict();
    }

    /** What each node must tell alike. */
    private record Told(long chainId, String code, Map<Party, Set<String>> accounts, String flaw) {}

    private void look(NodeView node) {
        try {
            Told its = new Told(
                    node.chainId(),
                    node.codeHash(contract).orElse("none"),
                    node.accounts(contract),
                    node.chainFlaw().orElse(""));
            out.println(node.name() + ": " + node.client() + ", chain " + its.chainId() + ", block " + node.height());
            out.println("  code of the contract  " + its.code());
            its.accounts()
                    .forEach((party, accounts) -> out.printf(
                            "  %-20s  %s%n",
                            Arguments.written(party), accounts.isEmpty() ? "nobody" : String.join(" ", accounts)));
            if (!its.flaw().isEmpty() || its.code().equals("none")) {
                out.println("  NOT FIT: " + (its.flaw().isEmpty() ? "the contract is not there" : its.flaw()));
                differing = true;
            }
            told.add(its);
            answering.add(node);
        } catch (NodeSilentException e) {
            out.println(node.name() + ": " + e.getMessage());
            silent = true;
        }
    }

    private int verdict() {
        if (answering.isEmpty()) {
            out.println("No node answers: nothing is known.");
            return Contract.NOBODY_ANSWERS;
        }
        long common = answering.stream().mapToLong(NodeView::height).min().orElse(0);
        List<String> hashes =
                answering.stream().map(node -> node.blockHash(common)).toList();
        boolean agree = told.size() == 1 && new HashSet<>(hashes).size() == 1 && !differing;
        if (agree) {
            out.println((answering.size() == 1
                            ? "One node answers, with nobody to agree"
                            : answering.size() + " nodes agree")
                    + ", up to block " + common + "  " + Objects.requireNonNull(hashes.getFirst()));
        } else {
            out.println("The nodes do not agree, or the contract cannot be used.");
        }
        if (!agree) {
            return Contract.NO;
        }
        return silent ? Contract.NOBODY_ANSWERS : Contract.DONE;
    }
}
