package org.yinxin.ledger.command;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.web3j.Signature;

/** What was typed behind a command: {@code --name value}, each once. */
final class Arguments {

    private final Map<String, String> values = new LinkedHashMap<>();

    private Arguments() {}

    /** Something is missing or not as it should be; the message says what. */
    static final class AskedWrongly extends RuntimeException {
        AskedWrongly(String what) {
            super(what);
        }
    }

    static Arguments read(List<String> typed, List<String> known) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < typed.size(); i += 2) {
            String name = typed.get(i);
            if (!known.contains(name)) {
                throw new AskedWrongly("What is " + name + "? Known are " + String.join(" ", known));
            }
            if (i + 1 == typed.size()) {
                throw new AskedWrongly(name + " has no value");
            }
            if (arguments.values.put(name, typed.get(i + 1)) != null) {
                throw new AskedWrongly(name + " stands there twice");
            }
        }
        return arguments;
    }

    @Nullable
    String find(String name) {
        return values.get(name);
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new AskedWrongly(name + " is missing");
        }
        return value;
    }

    URI uri(String name) {
        return uri(name, text(name));
    }

    String address(String name) {
        return address(name, text(name));
    }

    Party party(String name) {
        return party(name, text(name));
    }

    /** {@code market-supervision=0x…,public-security=0x…,…}: an account for each of the five, none for two. */
    Map<Party, String> accounts(String name) {
        Map<Party, String> accounts = new EnumMap<>(Party.class);
        for (String pair : text(name).split(",")) {
            String[] parts = pair.split("=", 2);
            if (parts.length != 2 || accounts.put(party(name, parts[0]), address(name, parts[1])) != null) {
                throw new AskedWrongly(name + " says " + pair + ": write each party once, as court=0x…");
            }
        }
        if (accounts.size() != Party.values().length || new HashSet<>(accounts.values()).size() != accounts.size()) {
            throw new AskedWrongly(name + " must name five parties with five different accounts: "
                    + String.join(
                            ", ",
                            Arrays.stream(Party.values())
                                    .map(Arguments::written)
                                    .toList()));
        }
        return accounts;
    }

    /** {@code name=address,…}: nodes and whose they are. */
    Map<String, URI> nodes(String name) {
        Map<String, URI> nodes = new LinkedHashMap<>();
        for (String pair : text(name).split(",")) {
            String[] parts = pair.split("=", 2);
            if (parts.length != 2 || nodes.put(parts[0], uri(name, parts[1])) != null) {
                throw new AskedWrongly(name + " says " + pair + ": write each node once, as court=http://…:8545");
            }
        }
        return nodes;
    }

    /** The party's own signature: {@code --keystore} with {@code --password-file}, or {@code --signer} with {@code --from}. */
    Signature signature(Party party) {
        if (find("--signer") != null) {
            if (find("--keystore") != null) {
                throw new AskedWrongly("There is both a keystore and a signer");
            }
            return Signature.ofSigner(party, uri("--signer"), address("--from"));
        }
        Path password = Path.of(text("--password-file"));
        try {
            return Signature.ofKeystore(
                    party,
                    Path.of(text("--keystore")),
                    Files.readString(password).strip());
        } catch (IOException e) {
            throw new AskedWrongly("The password file " + password + " cannot be read");
        } catch (RuntimeException e) {
            throw new AskedWrongly(String.valueOf(e.getMessage()));
        }
    }

    static String written(Party party) {
        return party.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Party party(String name, String written) {
        return Arrays.stream(Party.values())
                .filter(party -> written(party).equals(written))
                .findFirst()
                .orElseThrow(() -> new AskedWrongly(name + " says " + written + ", which is no party"));
    }

    private static String address(String name, String written) {
        if (!written.matches("0x[0-9a-fA-F]{40}")) {
            throw new AskedWrongly(name + " says " + written + ", which is no account: 0x and 40 hexadecimal digits");
        }
        return written.toLowerCase(Locale.ROOT);
    }

    private static URI uri(String name, String written) {
        try {
            URI uri = new URI(written);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new AskedWrongly(name + " says " + written + ", which is no address");
        }
        throw new AskedWrongly(name + " says " + written + ", which is no address such as http://127.0.0.1:8545");
    }
}
