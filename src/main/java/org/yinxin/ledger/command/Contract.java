package org.yinxin.ledger.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yinxin.ledger.CouldNotSignException;
import org.yinxin.ledger.NodeSilentException;
import org.yinxin.ledger.web3j.NotAcceptedException;

/** What each party does with the contract on its own machine, with its own key, at its own node. */
public final class Contract {

    static final int DONE = 0;
    static final int NO = 1;
    static final int ASKED_WRONGLY = 2;
    static final int NOBODY_ANSWERS = 3;

    private static final List<String> SIGNED = List.of("--keystore", "--password-file", "--signer", "--from");

    private static final String USAGE = """
            Contract deploy         --node <url> --party <who deploys> --accounts <all five> <signature>
            Contract verify         --node <url> --contract <0x> --party <own> --accounts <all five>
                                    [--validators <0x,0x,…>]
            Contract add-account    --node <url> --contract <0x> --party <own> --account <0x> <signature>
            Contract remove-account --node <url> --contract <0x> --party <own> --account <0x> <signature>
            Contract status         --contract <0x> --nodes <name=url,name=url,…>
            Contract validators     --node <url> [--from <block>]

            <all five>   market-supervision=0x…,public-security=0x…,data-administration=0x…,court=0x…,platform=0x…
            <signature>  --keystore <file> --password-file <file>, or --signer <url> --from <0x>
            It ends with 0 when all is as it should be, 1 when it is not, 2 when it was asked wrongly, and 3 when a
            node or a signer does not answer, so that nothing is known.""";

    private Contract() {}

    /** @param args what to do, and with what */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) {
        try {
            return args.length == 0 ? usage("Say what to do.", out) : run(args[0], rest(args), out);
        } catch (Arguments.AskedWrongly e) {
            return usage(e.getMessage() + ".", out);
        } catch (NotAcceptedException e) {
            out.println("Not done: " + e.getMessage());
            return NO;
        } catch (NodeSilentException e) {
            out.println("Nothing is known: " + e.getMessage());
            return NOBODY_ANSWERS;
        } catch (CouldNotSignException e) {
            out.println("Not done, there is no signature: " + e.getMessage());
            return NOBODY_ANSWERS;
        }
    }

    private static int run(String command, List<String> typed, PrintStream out) {
        return switch (command) {
            case "deploy" ->
                ChangeContract.deploy(Arguments.read(typed, names(SIGNED, "--node", "--party", "--accounts")), out);
            case "add-account" -> ChangeContract.addAccount(Arguments.read(typed, accountNames()), out);
            case "remove-account" -> ChangeContract.removeAccount(Arguments.read(typed, accountNames()), out);
            case "verify" ->
                VerifyContract.run(
                        Arguments.read(
                                typed,
                                names(List.of(), "--node", "--contract", "--party", "--accounts", "--validators")),
                        out);
            case "status" -> ContractStatus.run(Arguments.read(typed, names(List.of(), "--contract", "--nodes")), out);
            case "validators" -> ListValidators.run(Arguments.read(typed, names(List.of(), "--node", "--from")), out);
            default -> usage("What is " + command + "?", out);
        };
    }

    private static int usage(String complaint, PrintStream out) {
        out.println(complaint);
        out.println(USAGE);
        return ASKED_WRONGLY;
    }

    private static List<String> accountNames() {
        return names(SIGNED, "--node", "--contract", "--party", "--account");
    }

    private static List<String> names(List<String> some, String... more) {
        List<String> names = new ArrayList<>(Arrays.asList(more));
        names.addAll(some);
        return names;
    }

    private static List<String> rest(String[] args) {
        return Arrays.asList(args).subList(1, args.length);
    }
}
