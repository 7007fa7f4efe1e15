package org.yinxin.pki;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where private keys live when not under the master key alone.
 *
 * @param library the PKCS#11 library of the HSM; without one there is no HSM
 * @param slotIndex which of the slots with a token, counted from 0
 * @param pin of the token's user; required with a library
 * @param wrappingKey label of the AES key in the HSM under which SM2 keys are wrapped, made when missing; name another and
 *     wrap anew to exchange it
 */
@ConfigurationProperties("yinxin.pki.hsm")
public record HsmSettings(
        @Nullable Path library,
        @DefaultValue("0") int slotIndex,
        @Nullable String pin,
        @DefaultValue("yinxin-wrapping-1") String wrappingKey) {

    /** Never the PIN. */
    @Override
    public String toString() {
        return "HsmSettings[library=" + library + ", slotIndex=" + slotIndex + ", wrappingKey=" + wrappingKey + "]";
    }
}
