package org.yinxin.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.yinxin.ledger.web3j.ChainFixtures;
import org.yinxin.shared.Digest;

/** An instance in a process of its own, which records uses until somebody kills it. */
final class PortalProcess {

    private PortalProcess() {}

    /** Arguments: the database's address, the chain's, the keys' folder, the seal. */
    public static void main(String[] arguments) {
        Accounts accounts = ChainFixtures.accounts(Path.of(arguments[2]));
        Digest seal = Digest.fromHex(arguments[3]);
        Random random = new Random();
        try (Portal portal =
                new Portal(arguments[0], List.of(ChainFixtures.node("embedded", arguments[1])), accounts, 20)) {
            System.out.println("ready");
            while (true) {
                portal.record(uses(seal, 1 + random.nextInt(10)));
                portal.writer.pass();
            }
        }
    }

    private static LedgerEntry[] uses(Digest seal, int count) {
        LedgerEntry[] uses = new LedgerEntry[count];
        for (int i = 0; i < count; i++) {
            uses[i] = new LedgerEntry.Use(
                    UUID.randomUUID(), Digest.random(), seal, Digest.random(), Digest.random(), Digest.random());
        }
        return uses;
    }
}
