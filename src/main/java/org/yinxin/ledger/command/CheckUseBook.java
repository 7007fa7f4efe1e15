package org.yinxin.ledger.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.yinxin.ledger.proof.KnownChain;
import org.yinxin.ledger.proof.book.CheckedStatement;
import org.yinxin.ledger.proof.book.StatementCheck;
import org.yinxin.ledger.proof.book.StatementFile;
import org.yinxin.ledger.proof.book.StatementRefusedException;
import org.yinxin.ledger.web3j.Secp256k1Recovery;

/** Checks a statement of a use book on a machine without a network. */
public final class CheckUseBook {

    private static final String USAGE = """
            Say which statement, which root certificate, which chain, and who its validators are:
              CheckUseBook <statement.json> <root.crt> <chain id> <0xaddress>[,<0xaddress>...]
            Leave the validators out for a chain that has none.""";

    private CheckUseBook() {}

    /** @param args the file, the root's certificate, the chain's number, and the validators' addresses with commas between */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    /** @return 0 when the statement holds, 1 when it does not, 2 when it was asked wrongly */
    static int run(String[] args, PrintStream out) {
        if (args.length < 3 || args.length > 4 || !args[2].matches("\\d{1,18}")) {
            out.println(USAGE);
            return 2;
        }
        List<String> validators = args.length == 3 ? List.of() : Arrays.asList(args[3].split(","));
        KnownChain chain;
        try {
            chain = KnownChain.of(Long.parseLong(args[2]), validators);
        } catch (IllegalArgumentException e) {
            out.println(USAGE);
            return 2;
        }
        try {
            CheckedStatement checked = new StatementCheck(new Secp256k1Recovery(), List.of(root(Path.of(args[1]))))
                    .check(StatementFile.read(Files.readAllBytes(Path.of(args[0]))), chain);
            say(checked, chain, out);
            return 0;
        } catch (StatementRefusedException e) {
            out.println("The statement does not hold: " + e.getMessage());
            return 1;
        } catch (IOException | CertificateException e) {
            out.println("A file cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private static X509Certificate root(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static void say(CheckedStatement checked, KnownChain chain, PrintStream out) {
        var statement = checked.statement();
        out.println("The statement holds: nothing is missing between its first and its last entry.");
        out.println("seal         " + statement.sealNumber());
        out.println("entries      " + statement.first() + " to " + statement.last());
        out.println("recorded     the last one " + checked.end().blockTime() + " in block "
                + checked.end().blockNumber());
        out.println("head         " + statement.lines().getLast().head());
        out.println("contract     " + statement.contract() + " on chain " + statement.chainId());
        out.println("issued       " + statement.issuedAt() + " by " + statement.issuedBy());
        out.println("signed by    " + checked.signer().getSubjectX500Principal());
        if (checked.end().signed()) {
            out.println("block        signed by " + checked.end().signedBy().size() + " of "
                    + chain.validatorsAt(checked.end().blockNumber()).size() + " validators");
        } else {
            out.println(
                    "block        signed by nobody: this chain has no validators, and one party could have made it");
        }
        out.println("Whether the book went on after entry " + statement.last() + " cannot be seen in this statement.");
    }
}
