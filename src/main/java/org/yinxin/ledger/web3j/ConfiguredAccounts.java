package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.Credentials;
import org.yinxin.ledger.LedgerSettings;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.SigningWay;

/**
 * The parties' accounts as the settings name them: a keystore, a signer that keeps the key, or an address alone for a party
 * that sends from somewhere else. One sentence says what they lack.
 */
final class ConfiguredAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredAccounts.class);

    private final Duration answerWithin;
    private final Map<Party, String> addresses = new EnumMap<>(Party.class);
    private final Map<Party, TransactionSigner> signers = new EnumMap<>(Party.class);

    private ConfiguredAccounts(Duration answerWithin) {
        this.answerWithin = answerWithin;
    }

    static PartyAccounts read(LedgerSettings.Keys settings, Duration answerWithin) {
        ConfiguredAccounts accounts = new ConfiguredAccounts(answerWithin);
        for (Party party : Party.values()) {
            LedgerSettings.Key key = settings.of(party);
            if (key == null) {
                throw missing(party, "KEYSTORE", "the path of its account's keystore file (version 3)");
            }
            accounts.add(party, key);
        }
        accounts.requireEachItsOwn();
        PartyAccounts read = new PartyAccounts(accounts.addresses, accounts.signers);
        say(read);
        return read;
    }

    private void add(Party party, LedgerSettings.Key key) {
        if (key.keystore() != null && key.signer() != null) {
            throw new LedgerSettingMissing("The account of " + party + " has both a keystore and a signer: set either "
                    + variable(party, "KEYSTORE") + " or " + variable(party, "SIGNER") + ".");
        } else if (key.keystore() != null) {
            Credentials credentials = Keystores.open(party, key.keystore(), password(party, key));
            requireSame(party, credentials.getAddress(), key);
            addresses.put(party, credentials.getAddress());
            signers.put(party, new KeySigner(credentials));
        } else if (key.address() == null) {
            throw key.signer() == null
                    ? missing(party, "KEYSTORE", "the path of its account's keystore file (version 3)")
                    : missing(party, "ADDRESS", "the address of the account that its signer signs for");
        } else {
            addresses.put(party, key.address().toLowerCase(Locale.ROOT));
            if (key.signer() != null) {
                signers.put(party, new RemoteSigner(party, key.signer(), key.address(), answerWithin));
            }
        }
    }

    private static void requireSame(Party party, String opened, LedgerSettings.Key key) {
        if (key.address() != null && !key.address().equalsIgnoreCase(opened)) {
            throw new LedgerSettingMissing("The keystore of " + party + " holds account " + opened + ", but "
                    + variable(party, "ADDRESS") + " says " + key.address() + ": correct one of them.");
        }
    }

    /** The contract takes no account for two parties. */
    private void requireEachItsOwn() {
        Map<String, Party> owners = new HashMap<>();
        addresses.forEach((party, address) -> {
            Party other = owners.put(address.toLowerCase(Locale.ROOT), party);
            if (other != null) {
                throw new LedgerSettingMissing("The account " + address + " is set for " + other + " and for " + party
                        + ": each needs its own.");
            }
        });
    }

    private static void say(PartyAccounts accounts) {
        Arrays.stream(Party.values())
                .filter(party -> accounts.way(party) == SigningWay.ELSEWHERE && party != Party.COURT)
                .forEach(party -> LOG.info(
                        "This installation does not sign for {}: what it sends waits for the one that holds its key",
                        party));
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

    private static LedgerSettingMissing missing(Party party, String setting, String what) {
        return new LedgerSettingMissing(
                "The ledger has no account for " + party + ": set " + variable(party, setting)
                        + " to " + what + ", or " + variable(party, "ADDRESS")
                        + " alone if it sends from another installation, or start with the profile embedded to try things out.");
    }

    private static String variable(Party party, String setting) {
        return "YINXIN_LEDGER_ACCOUNTS_" + party.name().replace("_", "") + "_" + setting;
    }
}
