package org.yinxin.seal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;

/**
 * What stamping needs of a seal that may be used now.
 *
 * @param p256KeyId the key in custody that makes PAdES signatures
 * @param p256Chain its certificate, then up to the root
 * @param imprintPng 300 dots per inch, transparent
 */
public record SigningMaterial(
        SealView seal,
        UUID p256KeyId,
        List<X509Certificate> p256Chain,
        byte[] imprintPng,
        double widthMm,
        double heightMm) {}
