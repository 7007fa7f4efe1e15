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
import org.web3j.crypto.Keys;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;
import org.web3j.protocol.ObjectMapperFactory;
import org.yinxin.ledger.LedgerSettings;
import org.yinxin.ledger.Party;

/** Reads the parties' keys from keystore files; draws random ones for the embedded profile, and for it alone. */
final class Keystores {

    private Keystores() {}

    /** Production: what the settings name, or one sentence that says what they lack. */
    static KeystoreAccounts configured(LedgerSettings.Keys settings) {
        Map<Party, String> addresses = new EnumMap<>(Party.class);
        Map<Party, Credentials> keys = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            LedgerSettings.Key key = settings.of(party);
            if (key != null && key.keystore() != null) {
                Credentials credentials = open(party, key.keystore(), password(party, key));
                keys.put(party, credentials);
                addresses.put(party, credentials.getAddress());
            } else if (key != null && key.address() != null && party == Party.COURT) {
                addresses.put(party, key.address());
            } else {
                throw missing(party, "KEYSTORE", "the path of its account's keystore file (version 3)");
            }
        }
        return new KeystoreAccounts(addresses, keys);
    }

    /** The embedded profile: random keys, drawn at the first start and kept in the folder, for its owner only. */
    static KeystoreAccounts embedded(Path folder) {
        try {
            Files.createDirectories(folder);
            String password = embeddedPassword(folder.resolve("password"));
            Map<Party, String> addresses = new EnumMap<>(Party.class);
            Map<Party, Credentials> keys = new EnumMap<>(Party.class);
            for (Party party : Party.values()) {
                Path file = folder.resolve(party.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json");
                if (!Files.exists(file)) {
                    draw(file, password);
                }
                Credentials credentials = open(party, file, password);
                keys.put(party, credentials);
                addresses.put(party, credentials.getAddress());
            }
            return new KeystoreAccounts(addresses, keys);
        } catch (IOException | GeneralSecurityException | CipherException e) {
            throw new LedgerSettingMissing("The embedded chain's keys in " + folder + " cannot be read or written ("
                    + e.getMessage() + "): check the folder's permissions.");
        }
    }

    private static void draw(Path file, String password) throws IOException, GeneralSecurityException, CipherException {
        WalletFile wallet = Wallet.createLight(password, Keys.createEcKeyPair());
        Path half = file.resolveSibling(file.getFileName() + ".new");
        writePrivately(half, ObjectMapperFactory.getObjectMapper().writeValueAsString(wallet));
        Files.move(half, file);
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

    private static String password(Party party, LedgerSettings.Key key) {
        if (key.password() != null) {
            return key.password();
        }
        if (key.passwordFile() == null) {
            throw missing(party, "PASSWORDFILE", "the path of the file that holds its keystore's password");
        }
        try {
            return Files.readString(key.passwordFile()).strip();
        } catch (IOException e) {
            throw new LedgerSettingMissing("The password file of " + party + ", " + key.passwordFile()
                    + ", cannot be read: set " + variable(party, "PASSWORDFILE") + " to one that can.");
        }
    }

    private static Credentials open(Party party, Path keystore, String password) {
        try {
            return WalletUtils.loadCredentials(password, keystore.toFile());
        } catch (IOException | CipherException | RuntimeException e) {
            throw new LedgerSettingMissing("The keystore of " + party + ", " + keystore + ", cannot be opened ("
                    + e.getClass().getSimpleName() + "): check the file and its password.");
        }
    }

    private static LedgerSettingMissing missing(Party party, String setting, String what) {
        return new LedgerSettingMissing("The ledger has no key for " + party + ": set " + variable(party, setting)
                + " to " + what + ", or start with the profile embedded to try things out.");
    }

    private static String variable(Party party, String setting) {
        return "YINXIN_LEDGER_ACCOUNTS_" + party.name().replace("_", "") + "_" + setting;
    }
}
