package org.yinxin.network;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.jcajce.provider.digest.Keccak;

/** An account's key, encrypted in the keystore format that all chain clients read (version 3). */
final class Keystore {

    /** Enough beside a password of 256 random bits, and quick to open. */
    private static final int COST = 1 << 14;

    private static final int BLOCK_SIZE = 8;

    private Keystore() {}

    static String encrypt(ChainKey key, String password, SecureRandom random) {
        byte[] salt = random(random, 32);
        byte[] start = random(random, 16);
        byte[] derived = SCrypt.generate(password.getBytes(StandardCharsets.UTF_8), salt, COST, BLOCK_SIZE, 1, 32);
        byte[] hidden = aes(Arrays.copyOf(derived, 16), start, key.bytes());
        Keccak.Digest256 mac = new Keccak.Digest256();
        mac.update(derived, 16, 16);
        HexFormat hex = HexFormat.of();
        return """
                {"version":3,"id":"%s","address":"%s","crypto":{"cipher":"aes-128-ctr","ciphertext":"%s",\
                "cipherparams":{"iv":"%s"},"kdf":"scrypt","kdfparams":{"dklen":32,"n":%d,"p":1,"r":%d,"salt":"%s"},\
                "mac":"%s"}}
                """.formatted(
                        UUID.randomUUID(),
                        hex.formatHex(key.address()),
                        hex.formatHex(hidden),
                        hex.formatHex(start),
                        COST,
                        BLOCK_SIZE,
                        hex.formatHex(salt),
                        hex.formatHex(mac.digest(hidden)));
    }

    private static byte[] aes(byte[] key, byte[] start, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES in counter mode", e);
        }
    }

    private static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
