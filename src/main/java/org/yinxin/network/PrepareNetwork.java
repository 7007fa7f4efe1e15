package org.yinxin.network;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes everything that a new network of four authorities must know or keep secret. Run it once, before the first
 * start; run again, it only makes what is missing.
 */
public final class PrepareNetwork {

    /** The validators' fixed addresses in the compose file's network, so that no name service has to be trusted. */
    private static final Map<Service, String> VALIDATORS = new EnumMap<>(Map.of(
            Service.MARKET_SUPERVISION, "172.30.7.11",
            Service.PUBLIC_SECURITY, "172.30.7.12",
            Service.DATA_ADMINISTRATION, "172.30.7.13",
            Service.COURT, "172.30.7.14"));

    private static final List<String> PORTAL_ACCOUNTS =
            List.of("market-supervision", "public-security", "data-administration", "platform");

    private final NetworkFolder folder;
    private final SecureRandom random = new SecureRandom();

    PrepareNetwork(NetworkFolder folder) {
        this.folder = folder;
    }

    /** @param args the folder to fill, and the host name under which the public reaches the portal */
    public static void main(String[] args) {
        if (args.length != 2 || args[1].isBlank()) {
            System.err.println("Say where to write and for which host: PrepareNetwork <folder> <host name>");
            System.exit(2);
        }
        new PrepareNetwork(new NetworkFolder(Path.of(args[0]), true)).run(args[1]);
        System.out.println("The network's keys and secrets are in place. Keep a copy of them somewhere safe: without "
                + "the portal's master key no seal can be used again.");
    }

    void run(String host) {
        chain();
        database();
        portal();
        proxy(host);
        VALIDATORS.keySet().forEach(folder::prepareVolume);
        folder.prepareVolume(Service.POSTGRES);
    }

    private void chain() {
        List<ChainKey> validators = new ArrayList<>();
        List<String> enodes = new ArrayList<>();
        List<String> named = new ArrayList<>();
        VALIDATORS.forEach((service, address) -> {
            ChainKey key = ChainKey.parse(folder.secret(
                    service, "node.key", () -> ChainKey.draw(random).hex()));
            validators.add(key);
            enodes.add(key.enode(address));
            named.add(service.folder() + ":0x" + HexFormat.of().formatHex(key.address()));
        });
        List<String> accounts = new ArrayList<>();
        PORTAL_ACCOUNTS.forEach(name -> accounts.add(portalAccount(name)));
        accounts.add(courtAccount());
        folder.open("genesis.json", () -> Genesis.json(validators));
        folder.secret(Service.PORTAL, "yinxin.ledger.validators", () -> String.join(",", named));
        folder.open("static-nodes.json", () -> list(enodes) + "\n");
        folder.open(
                "permissions_config.toml",
                () -> "nodes-allowlist=" + list(enodes) + "\naccounts-allowlist=" + list(accounts) + "\n");
    }

    /** An account that the portal sends with, under its party's name. */
    private String portalAccount(String name) {
        String password = folder.secret(Service.PORTAL, "accounts/" + name + ".password", this::password);
        String keystore = folder.secret(
                Service.PORTAL,
                "accounts/" + name + ".json",
                () -> Keystore.encrypt(ChainKey.draw(random), password, random));
        return addressIn(keystore);
    }

    /** The court's key is the court's alone; the portal knows its address. */
    private String courtAccount() {
        String password = folder.handOut("court.password", this::password);
        String address = addressIn(
                folder.handOut("court.json", () -> Keystore.encrypt(ChainKey.draw(random), password, random)));
        folder.secret(Service.PORTAL, "yinxin.ledger.accounts.court.address", () -> address);
        return address;
    }

    private void database() {
        folder.secret(Service.POSTGRES, "postgres.password", this::password);
        String owner = folder.secret(Service.POSTGRES, "owner.password", this::password);
        String application = folder.secret(Service.POSTGRES, "application.password", this::password);
        folder.secret(Service.PORTAL, "YINXIN_DATABASE_OWNER_PASSWORD", () -> owner);
        folder.secret(Service.PORTAL, "YINXIN_DATABASE_PASSWORD", () -> application);
    }

    private void portal() {
        folder.secret(Service.PORTAL, "YINXIN_PKI_MASTER_KEY", this::key);
        folder.secret(Service.PORTAL, "YINXIN_ACCOUNT_NATIONAL_ID_KEY", this::key);
        for (String bureau : List.of("MARKET_SUPERVISION", "PUBLIC_SECURITY", "DATA_ADMINISTRATION")) {
            folder.secret(Service.PORTAL, bureau + "_INITIAL_PASSWORD", this::password);
        }
    }

    private void proxy(String host) {
        TlsCertificate made = TlsCertificate.of(host, Clock.systemUTC().instant(), random);
        folder.secret(Service.PROXY, "tls.crt", made::certificate);
        folder.secret(Service.PROXY, "tls.key", made::key);
    }

    private String password() {
        return HexFormat.of().formatHex(randomBytes());
    }

    private String key() {
        return Base64.getEncoder().encodeToString(randomBytes());
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String addressIn(String keystore) {
        return "0x" + keystore.replaceFirst("(?s).*\"address\"\\s*:\\s*\"([0-9a-f]{40})\".*", "$1");
    }

    private static String list(List<String> items) {
        return items.stream().map(item -> '"' + item + '"').collect(Collectors.joining(", ", "[", "]"));
    }
}
