package org.yinxin.ledger;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Assumptions;
import org.yinxin.embedded.EmbeddedChain;
import org.yinxin.ledger.web3j.ChainFixtures;

/**
 * The chain that tests of the ledger run on: an anvil of the test's own, or the node that {@code -Dledger.rpc} names, such as
 * one of a Besu network. On a network that lets known accounts in only, {@code -Dledger.keys} names a folder with the parties'
 * keystores ({@code court.json}, …) and their {@code password}.
 */
public final class TestChain implements AutoCloseable {

    private static final String NODE = System.getProperty("ledger.rpc", "");
    private static final String KEYS = System.getProperty("ledger.keys", "");

    /** Tests share the accounts of a given node, and so its nonces: one after the other, however many run at a time. */
    private static final Semaphore TURN = new Semaphore(1);

    private final Path folder;
    private final String url;
    private EmbeddedChain chain;

    private TestChain(Path folder, EmbeddedChain chain) {
        this.folder = folder;
        this.chain = chain;
        this.url = chain == null ? NODE : chain.url();
    }

    public static TestChain start(Path folder) {
        if (isOwn()) {
            return new TestChain(folder, EmbeddedChain.start(folder, 0));
        }
        TURN.acquireUninterruptibly();
        return new TestChain(folder, null);
    }

    /** Whether the chain is the test's own, and so one without validators. */
    public static boolean isOwn() {
        return NODE.isEmpty();
    }

    /** Skips the test with a reason unless it may do with the chain as it likes. */
    public static void requireOwn() {
        Assumptions.assumeTrue(
                isOwn(), "The node at -Dledger.rpc is not this test's own: it cannot be stopped or wiped");
    }

    /** The folder of the parties' keystores. */
    public static Path keys(Path drawn) {
        return KEYS.isEmpty() ? drawn : Path.of(KEYS);
    }

    public String url() {
        return url;
    }

    public long chainId() {
        return ChainFixtures.node("test", url).chainId();
    }

    void stop() {
        requireOwn();
        chain.close();
    }

    void startAgain() {
        requireOwn();
        chain = EmbeddedChain.start(folder, URI.create(url).getPort());
    }

    /** What {@code kill -9} leaves. */
    void kill() {
        requireOwn();
        ProcessHandle.of(chain.pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        chain.close();
    }

    @Override
    public void close() {
        if (chain != null) {
            chain.close();
        } else {
            TURN.release();
        }
    }
}
