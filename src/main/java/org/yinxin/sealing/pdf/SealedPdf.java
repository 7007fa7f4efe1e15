package org.yinxin.sealing.pdf;

/**
 * A stamped document.
 *
 * @param signedUntil the end of our signature's last byte range, which is the end of the file when it leaves us
 */
public record SealedPdf(byte[] bytes, int signedUntil) {}
