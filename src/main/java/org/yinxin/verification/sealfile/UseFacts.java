package org.yinxin.verification.sealfile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a seal was used, as a signature says.
 *
 * @param time as the signer states it
 * @param target what was signed
 * @param signed whether the signer's signature holds; null when it could not be checked
 * @param listed whether the seal lets the signer sign; null when it could not be checked
 * @param dataHash SM3 of what was signed, hexadecimal
 */
public record UseFacts(
        int version,
        @Nullable Instant time,
        String target,
        @Nullable CertificateFacts signer,
        @Nullable Boolean signed,
        @Nullable Boolean listed,
        boolean timeStamp,
        String dataHash) {}
