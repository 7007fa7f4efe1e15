package org.yinxin.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The openssl program, as an outsider who checks what we publish. */
public final class OpenSsl {

    private static final Path PROGRAM = Path.of("/usr/bin/openssl");

    private final Path folder;

    public OpenSsl(Path folder) {
        this.folder = folder;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** What it printed, errors included. */
    public String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer.strip();
    }

    public String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    public String pem(String name, String type, byte[]... encoded) throws IOException {
        StringBuilder text = new StringBuilder();
        for (byte[] each : encoded) {
            String body = Base64.getMimeEncoder().encodeToString(each);
            text.append("-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
        }
        return Files.writeString(folder.resolve(name), text).toString();
    }

    public Path path(String name) {
        return folder.resolve(name);
    }
}
