package org.yinxin.ledger.reconciliation;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.shared.Digest;

/** What an entry says beyond its event: the transaction that brought it must hold these bytes. */
final class SignedWords {

    private static final int WORD = 32;

    private final List<byte[]> words = new ArrayList<>();

    private SignedWords() {}

    static List<byte[]> of(LedgerEntry entry) {
        SignedWords signed = new SignedWords();
        switch (entry) {
            case LedgerEntry.Use use -> {
                use.authority().kindProof().forEach(signed::add);
                signed.add(use.authority().expiry(), use.authority().signature());
            }
            case LedgerEntry.SealIssue issue ->
                signed.add(issue.root())
                        .add(issue.parts().key())
                        .add(issue.parts().content());
            case LedgerEntry.KeyReplacement replacement ->
                signed.add(replacement.parts().key()).add(replacement.parts().content());
            case LedgerEntry.SealActivation activation -> signed.add(activation.authority());
            case LedgerEntry.MandateGiven given -> signed.add(given.authority());
            case LedgerEntry.MandateWithdrawn withdrawn -> signed.add(withdrawn.authority());
            case LedgerEntry.UseMark mark -> signed.add(mark.authority());
            case LedgerEntry.Decision decision -> {}
            case LedgerEntry.SealTransition transition -> {}
            case LedgerEntry.SealRenewal renewal -> {}
        }
        return signed.words;
    }

    private SignedWords add(Digest digest) {
        words.add(digest.bytes());
        return this;
    }

    private SignedWords add(AuthorityKey key) {
        return add(key.x()).add(key.y());
    }

    private void add(@Nullable HolderAuthority authority) {
        if (authority != null) {
            add(authority.expiry(), authority.signature());
        }
    }

    private void add(Instant expiry, HolderSignature signature) {
        words.add(ByteBuffer.allocate(WORD)
                .putLong(WORD - Long.BYTES, expiry.getEpochSecond())
                .array());
        add(signature.r()).add(signature.s());
        if (signature.clientDataJson() != null) {
            words.add(signature.authenticatorBytes());
            words.add(signature.clientDataBytes());
        }
    }
}
