package org.yinxin.authority;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** Where a demonstration keeps private keys: in its own folder, for the folder's owner only, never in a database. */
final class DemoKeyFile {

    private final Path file;

    DemoKeyFile(Path file) {
        this.file = file;
    }

    /** The private key in PKCS #8. */
    synchronized Optional<byte[]> find(UUID keyId) {
        return Optional.ofNullable(read().getProperty(keyId.toString())).map(Base64.getDecoder()::decode);
    }

    synchronized void put(UUID keyId, byte[] privateKey) {
        Properties keys = read();
        keys.setProperty(keyId.toString(), Base64.getEncoder().encodeToString(privateKey));
        try {
            if (!Files.exists(file)) {
                create();
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                keys.store(writer, "Private keys of made-up people. Nothing real may ever hang on them.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private Properties read() {
        Properties keys = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                keys.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return keys;
    }
}
