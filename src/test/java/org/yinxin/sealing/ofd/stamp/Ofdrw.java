package org.yinxin.sealing.ofd.stamp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yinxin.bench.LineProcess;

/** ofdrw, the peer, with the keys of a seal's holder: an oracle for tests and the measure of benchmarks. */
public final class Ofdrw implements AutoCloseable {

    private static final Path JARS = Path.of("target", "peers", "ofdrw");

    private final LineProcess process;

    private Ofdrw(LineProcess process) {
        this.process = process;
    }

    /** Whether the build put its jars where they are looked for. */
    public static boolean isThere() {
        return Files.exists(JARS.resolve("ofdrw-sign-2.3.8.jar"));
    }

    /** @param folder for its log and the holder's keys */
    public static Ofdrw start(SealHolder holder, Path folder) throws IOException {
        Files.write(folder.resolve("key.pk8"), holder.privateKey());
        Files.write(folder.resolve("certificate.der"), holder.certificate());
        Files.write(folder.resolve("seal.esl"), holder.seal());
        List<String> arguments = List.of(
                "-classpath",
                JARS + "/*" + java.io.File.pathSeparator + Path.of("target", "test-classes"),
                "src/test/ofdrw/OfdrwPeer.java",
                folder.toString());
        return new Ofdrw(LineProcess.start(arguments, folder.resolve("ofdrw.log")));
    }

    public LineProcess process() {
        return process;
    }

    /** @return "accepted", or "refused" and why */
    String check(Path file) throws IOException {
        return process.ask("check", file);
    }

    void stamp(Path from, Path to) throws IOException {
        String answer = process.ask("stamp", from, to);
        if (!answer.equals(to.toString())) {
            throw new IOException(answer);
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
