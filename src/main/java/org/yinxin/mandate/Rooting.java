package org.yinxin.mandate;

import java.util.UUID;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/** Whose key is the root of a seal's mandates. */
record Rooting(SealNumber seal, Digest rootMandate, AuthorityKey key, UUID keyId, UUID personId, String name) {}
