package org.yinxin.seal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;

/**
 * What stamping needs of a seal that may be used now.
 *
 * @param sealFile the seal structure, DER (GB/T 38540-2020)
 * @param sm2KeyId the key in custody that makes GM signatures
 * @param sm2Chain its certificate, then up to the root
 * @param p256KeyId the key in custody that makes PAdES signatures
 * @param p256Chain its certificate, then up to the root
 * @param imprintPng 300 dots per inch, transparent
 */
public record SigningMaterial(
        SealView seal,
        byte[] sealFile,
        UUID sm2KeyId,
        List<X509Certificate> sm2Chain,
        UUID p256KeyId,
        List<X509Certificate> p256Chain,
        byte[] imprintPng,
        double widthMm,
        double heightMm) {}
