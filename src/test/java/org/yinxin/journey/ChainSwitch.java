package org.yinxin.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.core.env.Environment;
import org.yinxin.embedded.EmbeddedChain;

/** Stops the chain of the running application and starts it again where it was. */
final class ChainSwitch implements AutoCloseable {

    private final Path folder;
    private final int port;
    private boolean down;

    ChainSwitch(Environment environment) {
        this.folder = Path.of(environment.getRequiredProperty("yinxin.embedded.folder"), "chain");
        this.port = URI.create(environment.getRequiredProperty("yinxin.embedded.chain-url"))
                .getPort();
    }

    void off() throws Exception {
        long pid =
                Long.parseLong(Files.readAllLines(folder.resolve("anvil.pid")).getFirst());
        ProcessHandle anvil = ProcessHandle.of(pid).orElseThrow();
        anvil.destroy();
        anvil.onExit().get(30, TimeUnit.SECONDS);
        down = true;
    }

    /** The chain that runs from now on lives until this JVM ends, as the one before it did. */
    @SuppressWarnings("resource")
    void on() throws IOException {
        if (down) {
            EmbeddedChain.start(folder, port);
            down = false;
        }
    }

    @Override
    public void close() throws IOException {
        on();
    }
}
