package org.yinxin.mandate;

import java.util.List;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.shared.Digest;

/**
 * What a use shows the contract of its document's kind.
 *
 * @param kind the salted leaf; zero where the mandate allows every kind
 * @param proof the leaf's path to the mandate's root
 */
public record KindAuthority(Digest kind, List<Digest> proof) {

    static final KindAuthority EVERY_KIND = new KindAuthority(KindTree.EVERY_KIND, List.of());
}
