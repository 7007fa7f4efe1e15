package org.yinxin.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yinxin.ledger.EntryFixtures.Handler;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.ledger.web3j.ChainFixtures;
import org.yinxin.shared.Digest;

/** An instance in a process of its own, which accepts uses and says which, until somebody kills it. */
final class PortalProcess {

    private static final int MOST_AT_ONCE = 3;
    private static final int PAUSE_MILLIS = 250;

    private PortalProcess() {}

    /** What {@link #main} is told of the seal and the key that may use it. */
    static List<String> arguments(Story story) {
        return List.of(story.seal.hex(), story.root.hex(), story.key.written());
    }

    /** Arguments: the database's address, the chain's, the keys' folder, the seal, its mandate, the mandate's key. */
    public static void main(String[] arguments) throws InterruptedException {
        Accounts accounts = ChainFixtures.accounts(Path.of(arguments[2]));
        Portal portal = new Portal(arguments[0], List.of(ChainFixtures.node("embedded", arguments[1])), accounts, 20);
        Handler handler = new Handler(
                Digest.fromHex(arguments[3]),
                Digest.fromHex(arguments[4]),
                SoftKey.read(arguments[5]),
                portal.ledger.domain().orElseThrow());
        new WriterThread(portal.writer, portal.alarm, Portal.settings(20)).start();
        System.out.println("ready");
        Random random = new Random();
        while (true) {
            accept(portal, handler, 1 + random.nextInt(MOST_AT_ONCE));
            Thread.sleep(random.nextInt(PAUSE_MILLIS));
        }
    }

    private static void accept(Portal portal, Handler handler, int count) {
        List<LedgerEntry> uses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            uses.add(handler.use());
        }
        try {
            portal.record(uses.toArray(LedgerEntry[]::new));
        } catch (RuntimeException databaseIsDown) {
            return;
        }
        uses.forEach(use -> System.out.println("accepted " + use.id()));
    }
}
