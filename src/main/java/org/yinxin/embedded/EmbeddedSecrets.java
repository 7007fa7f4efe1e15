package org.yinxin.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Keys that production takes from its environment: here drawn at random once and kept in the folder, for its owner only. */
final class EmbeddedSecrets {

    /** Every setting that holds 32 random bytes in base 64. */
    private static final List<String> NAMES = List.of("yinxin.pki.master-key", "yinxin.account.national-id-key");

    private EmbeddedSecrets() {}

    static Map<String, Object> readOrDraw(Path file) {
        Properties secrets = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    secrets.load(reader);
                }
            }
            if (!secrets.stringPropertyNames().containsAll(NAMES)) {
                NAMES.forEach(name -> secrets.computeIfAbsent(name, missing -> draw()));
                store(secrets, file);
            }
        } catch (IOException e) {
            throw new EmbeddedFailure("The file " + file + " cannot be read or written: " + e.getMessage(), e);
        }
        return NAMES.stream().collect(Collectors.toMap(name -> name, name -> (Object) secrets.getProperty(name)));
    }

    private static void store(Properties secrets, Path file) throws IOException {
        if (!Files.exists(file)
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            secrets.store(writer, "Keys of this embedded installation. Whoever has them can open what is kept here.");
        }
    }

    private static String draw() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
