package org.yinxin.seal;

import java.util.UUID;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/**
 * A key becomes the root of all authority over a seal, at its issue or in the place of a lost one; published in the
 * transaction that hands it to the ledger, before the chain has confirmed it.
 *
 * @param onChainId of the seal's version
 * @param rootMandate the random identifier on the chain of the key's mandate
 * @param keyId under which its holder enrolled it
 */
public record SealRooted(
        UUID sealId,
        SealNumber number,
        Digest onChainId,
        Digest rootMandate,
        AuthorityKey key,
        UUID keyId,
        UUID personId) {}
