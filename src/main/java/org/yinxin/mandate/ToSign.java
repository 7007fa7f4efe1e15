package org.yinxin.mandate;

import java.time.Instant;
import org.yinxin.authority.KeyView;
import org.yinxin.shared.Digest;

/**
 * What is to be signed, and with which key.
 *
 * @param digest the 32 bytes that the contract will check too
 * @param expiry after which the contract no longer takes the signature; part of what is signed
 */
public record ToSign(KeyView key, Digest digest, Instant expiry) {}
