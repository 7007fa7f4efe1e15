package org.yinxin.application;

import org.yinxin.shared.Digest;

/** The three salted digests of an application that the chain sees. */
record Commitments(Digest enterprise, Digest physicalSeal, Digest content) {}
