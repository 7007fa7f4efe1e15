package org.yinxin.sealing.plan;

import java.time.Instant;

/**
 * All that one stamping needs beside the file and the key.
 *
 * @param owner the enterprise, as it shall stand in the signature
 * @param checkAddress what the small QR code beside the imprint leads to
 */
public record StampOrder(
        StampImage image, UseNote note, String owner, String purpose, String checkAddress, Instant time) {}
