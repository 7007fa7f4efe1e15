package org.yinxin.sealing.ofd.stamp;

import org.yinxin.sealing.plan.TimeStamping;

/**
 * A stamped document.
 *
 * @param signatureXml our Signature.xml as it stands in the package: it holds the digest of every protected part, so what
 *     the use commits to survives packing anew (ADR 0097)
 * @param signaturePath where it stands
 */
public record SealedOfd(byte[] bytes, byte[] signatureXml, String signaturePath, TimeStamping timeStamping) {}
