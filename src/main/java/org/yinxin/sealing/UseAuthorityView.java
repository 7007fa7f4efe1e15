package org.yinxin.sealing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.KeyMethod;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Digest;

/**
 * Who authorised a use, what exactly they signed, and what opens it: everything that it takes to check the signature
 * again without asking us.
 *
 * @param holder the person's name, where they are still known
 * @param root whether they signed with the seal's own key, not under a mandate given to them
 * @param label what they call their key
 * @param upload the SHA-256 of the file as it was uploaded
 */
public record UseAuthorityView(
        @Nullable String holder,
        boolean root,
        KeyMethod method,
        String label,
        AuthorityKey key,
        LedgerDomain domain,
        SignedUse act,
        HolderSignature signature,
        DocumentClass documentClass,
        Digest upload,
        UseNote note,
        String purpose) {

    /** Empty for uses that nobody was asked to sign. */
    static Optional<UseAuthorityView> of(Use use, @Nullable String holder) {
        return use.authorisation()
                .flatMap(asked -> asked.signature()
                        .map(signature -> new UseAuthorityView(
                                holder,
                                asked.rootMandate(),
                                asked.keyMethod(),
                                asked.keyLabel(),
                                asked.key(),
                                asked.domain(),
                                use.act(),
                                signature,
                                use.document().documentClass().orElseThrow(),
                                use.document().upload().orElseThrow(),
                                use.note(),
                                use.purpose())));
    }

    /** What the key signed. */
    public Digest digest() {
        return act.digest(domain);
    }
}
