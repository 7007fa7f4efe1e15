package org.yinxin.sealing.ofd.stamp;

/**
 * A stamped document.
 *
 * @param signatureXml our Signature.xml as it stands in the package: it holds the digest of every protected part, so what
 *     the use commits to survives packing anew (ADR 0097)
 * @param signaturePath where it stands
 */
public record SealedOfd(byte[] bytes, byte[] signatureXml, String signaturePath, TimeStamping timeStamping) {

    /** Whether the signature carries a time stamp. */
    public enum TimeStamping {
        /** None was asked for. */
        NOT_ASKED,
        STAMPED,
        /** No authority answered: the signature stands without one. */
        UNAVAILABLE
    }
}
