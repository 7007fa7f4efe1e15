package org.yinxin.verification.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;

/** The node stops answering, as one does whose machine hangs. */
final class SilentChain {

    private SilentChain() {}

    static void during(Executable visit) throws Exception {
        Path record = Path.of(System.getProperty("yinxin.embedded.folder"), "chain", "anvil.pid");
        String process = Files.readAllLines(record).getFirst();
        signal("-STOP", process);
        try {
            visit.execute();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            signal("-CONT", process);
        }
    }

    private static void signal(String signal, String process) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", signal, process).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill " + signal + " " + process + " ended with " + exit);
        }
    }
}
