package org.yinxin.sealing.ofd.verification;

import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.yinxin.sealing.ofd.OfdPackage;

/** The SM3 digests of a package's parts, each made once however many signatures protect it. */
final class PartDigests {

    private final OfdPackage contents;
    private final Map<String, byte[]> known = new HashMap<>();
    private final SM3Digest sm3 = new SM3Digest();

    PartDigests(OfdPackage contents) {
        this.contents = contents;
    }

    byte[] of(String path) {
        byte[] digest = known.get(path);
        if (digest == null) {
            byte[] part = contents.bytes(path);
            digest = new byte[32];
            sm3.update(part, 0, part.length);
            sm3.doFinal(digest, 0);
            known.put(path, digest);
        }
        return digest;
    }
}
