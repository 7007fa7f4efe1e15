package org.yinxin.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.yinxin.ledger.EntryFixtures.Handler;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.ledger.web3j.ChainFixtures;
import org.yinxin.shared.Digest;

/** An instance in a process of its own, which records uses until somebody kills it. */
final class PortalProcess {

    private PortalProcess() {}

    /** Arguments: the database's address, the chain's, the keys' folder, the seal, its mandate, the mandate's key. */
    public static void main(String[] arguments) {
        Accounts accounts = ChainFixtures.accounts(Path.of(arguments[2]));
        Handler handler = new Handler(
                Digest.fromHex(arguments[3]),
                Digest.fromHex(arguments[4]),
                SoftKey.read(arguments[5]),
                EntryFixtures.firstContractOf(accounts));
        Random random = new Random();
        try (Portal portal =
                new Portal(arguments[0], List.of(ChainFixtures.node("embedded", arguments[1])), accounts, 20)) {
            System.out.println("ready");
            while (true) {
                portal.record(uses(handler, 1 + random.nextInt(10)));
                portal.writer.pass();
            }
        }
    }

    private static LedgerEntry[] uses(Handler handler, int count) {
        LedgerEntry[] uses = new LedgerEntry[count];
        for (int i = 0; i < count; i++) {
            uses[i] = handler.use();
        }
        return uses;
    }
}
