package org.yinxin.ledger.web3j;

import java.nio.file.Path;
import java.time.Duration;
import org.yinxin.ledger.Accounts;
import org.yinxin.ledger.ChainNode;

/** Nodes and accounts for tests that drive the ledger without the rest of the application. */
public final class ChainFixtures {

    private ChainFixtures() {}

    public static ChainNode node(String name, String url) {
        return new Web3jNode(name, url, Duration.ofSeconds(3));
    }

    public static Accounts accounts(Path folder) {
        return Keystores.embedded(folder);
    }
}
