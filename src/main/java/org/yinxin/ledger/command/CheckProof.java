package org.yinxin.ledger.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.yinxin.ledger.proof.KnownChain;
import org.yinxin.ledger.proof.ProofCheck;
import org.yinxin.ledger.proof.ProofFile;
import org.yinxin.ledger.proof.ProofRefusedException;
import org.yinxin.ledger.proof.ProvenEvent;
import org.yinxin.ledger.web3j.Secp256k1Recovery;

/** Checks the proof of a receipt on a machine without a network. */
public final class CheckProof {

    private static final String USAGE = """
            Say which proof, which chain, and who its validators are:
              CheckProof <proof.json> <chain id> <0xaddress>[,<0xaddress>...]
            One who is a validator from a block on, or for some blocks only, is written
            <0xaddress>@<first block> or <0xaddress>@<first block>-<last block>. Leave the validators out for a chain that has none.""";

    private CheckProof() {}

    /** @param args the file, the chain's number, and the validators' addresses with commas between */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    /** @return 0 when the proof holds, 1 when it does not, 2 when it was asked wrongly */
    static int run(String[] args, PrintStream out) {
        if (args.length < 2 || args.length > 3 || !args[1].matches("\\d{1,18}")) {
            out.println(USAGE);
            return 2;
        }
        List<String> validators = args.length == 2 ? List.of() : Arrays.asList(args[2].split(","));
        KnownChain chain;
        try {
            chain = KnownChain.of(Long.parseLong(args[1]), validators);
        } catch (IllegalArgumentException e) {
            out.println(USAGE);
            return 2;
        }
        return check(Path.of(args[0]), chain, out);
    }

    private static int check(Path file, KnownChain chain, PrintStream out) {
        try {
            ProvenEvent event =
                    new ProofCheck(new Secp256k1Recovery()).check(ProofFile.read(Files.readAllBytes(file)), chain);
            say(event, chain, out);
            return 0;
        } catch (ProofRefusedException e) {
            out.println("The proof does not hold: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            out.println("The file cannot be read: " + file);
            return 2;
        }
    }

    private static void say(ProvenEvent event, KnownChain chain, PrintStream out) {
        out.println("The proof holds.");
        out.println("chain        " + event.chainId());
        out.println("block        " + event.blockNumber() + "  " + event.blockHash());
        out.println("time         " + event.blockTime());
        out.println("transaction  " + event.transactionHash());
        out.println("sent by      " + event.sender());
        out.println("contract     " + event.contract());
        event.topics().forEach(topic -> out.println("topic        " + topic));
        out.println("data         " + event.data());
        if (event.signed()) {
            out.println("signed by    " + event.signedBy().size() + " of "
                    + chain.validatorsAt(event.blockNumber()).size() + " validators:");
            event.signedBy().forEach(address -> out.println("             " + address));
        } else {
            out.println("signed by    nobody: this chain has no validators, and one party could have made all of it");
        }
    }
}
