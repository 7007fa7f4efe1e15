package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;
import org.web3j.protocol.ObjectMapperFactory;
import org.yinxin.ledger.Party;

/** Opens keystore files (version 3); draws random keys for the embedded profile, and for it alone. */
final class Keystores {

    private Keystores() {}

    /** The embedded profile: random keys, drawn at the first start and kept in the folder, for its owner only. */
    static PartyAccounts embedded(Path folder) {
        try {
            Files.createDirectories(folder);
            String password = embeddedPassword(folder.resolve("password"));
            Map<Party, String> addresses = new EnumMap<>(Party.class);
            Map<Party, TransactionSigner> signers = new EnumMap<>(Party.class);
            for (Party party : Party.values()) {
                Path file = folder.resolve(party.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json");
                Credentials credentials =
                        Files.exists(file) ? open(party, file, password) : Credentials.create(drawn(file, password));
                signers.put(party, new KeySigner(credentials));
                addresses.put(party, credentials.getAddress());
            }
            return new PartyAccounts(addresses, signers);
        } catch (IOException | GeneralSecurityException | CipherException e) {
            throw new LedgerSettingMissing("The embedded chain's keys in " + folder + " cannot be read or written ("
                    + e.getMessage() + "): check the folder's permissions.");
        }
    }

    private static ECKeyPair drawn(Path file, String password)
            throws IOException, GeneralSecurityException, CipherException {
        ECKeyPair pair = Keys.createEcKeyPair();
        WalletFile wallet = Wallet.createLight(password, pair);
        Path half = file.resolveSibling(file.getFileName() + ".new");
        writePrivately(half, ObjectMapperFactory.getObjectMapper().writeValueAsString(wallet));
        Files.move(half, file);
        return pair;
    }

    private static String embeddedPassword(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            writePrivately(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    /** Opens the keystore, or says in one sentence what is the matter with it. */
    static Credentials open(Party party, Path keystore, String password) {
        try {
            return WalletUtils.loadCredentials(password, keystore.toFile());
        } catch (IOException | CipherException | RuntimeException e) {
            throw new LedgerSettingMissing("The keystore of " + party + ", " + keystore + ", cannot be opened ("
                    + e.getClass().getSimpleName() + "): check the file and its password.");
        }
    }
}
