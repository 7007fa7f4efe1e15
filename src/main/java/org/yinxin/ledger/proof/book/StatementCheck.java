package org.yinxin.ledger.proof.book;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.yinxin.ledger.proof.KnownChain;
import org.yinxin.ledger.proof.ProofCheck;
import org.yinxin.ledger.proof.ProofRefusedException;
import org.yinxin.ledger.proof.ProvenEvent;
import org.yinxin.ledger.proof.ReceiptProof;
import org.yinxin.ledger.proof.SignerRecovery;
import org.yinxin.shared.Digest;

/**
 * Checks statements of use books by arithmetic alone: every entry's hash, that the numbers run without a gap, that both ends
 * stand on the chain, and who signed. Whether the book went on after the last entry cannot be seen in it.
 */
public final class StatementCheck {

    private static final Digest NOTHING = Digest.of(new byte[Digest.LENGTH]);

    private final ProofCheck proofs;
    private final StatementSignature signatures;

    /** @param roots whose certificates are believed */
    public StatementCheck(SignerRecovery recovery, Collection<X509Certificate> roots) {
        this.proofs = new ProofCheck(recovery);
        this.signatures = new StatementSignature(roots);
    }

    /** @throws StatementRefusedException naming the first thing that does not hold */
    public CheckedStatement check(SignedStatement signed, KnownChain chain) {
        BookStatement statement = signed.statement();
        X509Certificate signer = signatures.check(signed.content(), signed.signature(), statement.issuedAt());
        return new CheckedStatement(statement, checkBook(statement, chain), signer);
    }

    /**
     * Everything but the signature.
     *
     * @return the event of the last entry, proven
     */
    public ProvenEvent checkBook(BookStatement statement, KnownChain chain) {
        chained(statement.lines());
        beginning(statement, chain);
        ProvenEvent end = proven(statement, statement.end(), chain, StatementFlaw.END);
        if (!statement.lines().getLast().isToldBy(end)) {
            throw new StatementRefusedException(StatementFlaw.END, "the proof is of another entry");
        }
        return end;
    }

    /** @throws StatementRefusedException naming the first entry that does not follow the one before */
    public static void chained(List<BookLine> lines) {
        BookLine before = null;
        for (BookLine line : lines) {
            if (before != null && line.number() != before.number() + 1) {
                throw new StatementRefusedException(
                        StatementFlaw.NUMBERS, "after " + before.number() + " comes " + line.number());
            }
            if (before != null && !line.previous().equals(before.head())) {
                throw new StatementRefusedException(
                        StatementFlaw.LINK_BROKEN, "entry " + line.number() + " follows another one");
            }
            if (!line.computedHead().equals(line.head())) {
                throw new StatementRefusedException(
                        StatementFlaw.ENTRY_CHANGED, "entry " + line.number() + " has another hash");
            }
            before = line;
        }
    }

    private void beginning(BookStatement statement, KnownChain chain) {
        BookLine first = statement.lines().getFirst();
        ReceiptProof before = statement.before();
        if (first.number() == 1) {
            if (before != null || !first.previous().equals(NOTHING)) {
                throw new StatementRefusedException(StatementFlaw.BEGINNING, "something before the first entry");
            }
            return;
        }
        if (before == null) {
            throw new StatementRefusedException(StatementFlaw.BEGINNING, "no proof of the entry before the first");
        }
        ProvenEvent event = proven(statement, before, chain, StatementFlaw.BEGINNING);
        if (!BookEnd.of(event).isBefore(first)) {
            throw new StatementRefusedException(StatementFlaw.BEGINNING, "the proof is of another entry");
        }
    }

    private ProvenEvent proven(BookStatement statement, ReceiptProof proof, KnownChain chain, StatementFlaw flaw) {
        if (statement.chainId() != chain.chainId()) {
            throw new StatementRefusedException(StatementFlaw.CONTRACT, "of chain " + statement.chainId());
        }
        ProvenEvent event;
        try {
            event = proofs.check(proof, chain);
        } catch (ProofRefusedException e) {
            throw new StatementRefusedException(flaw, "the proof does not hold, " + e.flaw());
        }
        if (!event.contract().equals(statement.contract())) {
            throw new StatementRefusedException(StatementFlaw.CONTRACT, "told by " + event.contract());
        }
        return event;
    }
}
