package org.yinxin.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.authority.KindTree;

class KindsTest {

    @Test
    void withoutKindsEveryDocumentIsAllowedAndNothingIsShown() {
        Kinds every = Kinds.of(List.of());
        assertThat(every.root()).isEqualTo(KindTree.EVERY_KIND);
        assertThat(every.authority(DocumentClass.INVOICE)).contains(KindAuthority.EVERY_KIND);
    }

    @Test
    void eachAllowedKindHasAPathToTheRootAndNoOtherHas() {
        Kinds kinds = Kinds.of(EnumSet.of(DocumentClass.CONTRACT, DocumentClass.INVOICE, DocumentClass.OTHER));
        KindTree tree =
                KindTree.of(kinds.leaves().stream().map(KindLeaf::onChain).toList());
        assertThat(kinds.root()).isEqualTo(tree.root());
        for (KindLeaf leaf : kinds.leaves()) {
            assertThat(kinds.authority(leaf.documentClass()))
                    .contains(new KindAuthority(leaf.onChain(), tree.proof(leaf.onChain())));
        }
        assertThat(kinds.authority(DocumentClass.CERTIFICATE)).isEmpty();
        assertThat(kinds.authority(DocumentClass.APPLICATION)).isEmpty();
    }

    @Test
    void theSameKindsLookDifferentUnderEveryMandate() {
        EnumSet<DocumentClass> contracts = EnumSet.of(DocumentClass.CONTRACT);
        assertThat(Kinds.of(contracts).root()).isNotEqualTo(Kinds.of(contracts).root());
    }
}
