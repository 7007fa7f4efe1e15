package org.yinxin.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** One kind of documents that a mandate allows, and the salt that hides it on the chain. */
@Embeddable
record KindLeaf(
        @Enumerated(EnumType.STRING) @Column(name = "document_class")
        DocumentClass documentClass,

        byte[] salt) {

    static KindLeaf of(DocumentClass documentClass) {
        return new KindLeaf(documentClass, Salt.random().bytes());
    }

    Digest onChain() {
        return KindTree.leaf(Salt.of(salt), documentClass.name());
    }
}
