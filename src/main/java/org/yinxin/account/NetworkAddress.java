package org.yinxin.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Network addresses as people may see them and as attempts are counted by. */
final class NetworkAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

    private NetworkAddress() {}

    /** The first three bytes of an IPv4 address, the first 48 bits of an IPv6 address; enough to know a place by. */
    static String shortened(String address) {
        byte[] bytes = parse(address);
        if (isLoopback(bytes)) {
            return "localhost";
        }
        return switch (bytes.length) {
            case 4 -> (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + ".*";
            case 16 -> groups(bytes, 3) + ":*";
            default -> "";
        };
    }

    /** The whole IPv4 address, the subscriber's 64 bits of an IPv6 address. */
    static String countedBy(String address) {
        byte[] bytes = parse(address);
        return bytes.length == 16 ? groups(bytes, 4) : address;
    }

    private static boolean isLoopback(byte[] bytes) {
        try {
            return bytes.length > 0 && InetAddress.getByAddress(bytes).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String groups(byte[] bytes, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ":")
                    .append(Integer.toHexString(
                            HexFormat.fromHexDigits(HexFormat.of().formatHex(bytes, 2 * i, 2 * i + 2))));
        }
        return text.toString();
    }

    private static byte[] parse(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return new byte[0];
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            byte[] bytes = parsed.getAddress();
            return parsed instanceof Inet6Address || bytes.length == 4 ? bytes : new byte[0];
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}
