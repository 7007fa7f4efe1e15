package org.yinxin.sealing;

import org.springframework.stereotype.Service;
import org.yinxin.ledger.Proofs;
import org.yinxin.ledger.proof.book.CheckedStatement;
import org.yinxin.ledger.proof.book.SignedStatement;
import org.yinxin.ledger.proof.book.StatementFile;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.KeyAlgorithm;

/** Checks statements of use books that people bring, against the chain and the roots that this installation knows. */
@Service
public class UseBookChecks {

    private final Proofs proofs;
    private final CertificateAuthority authority;

    UseBookChecks(Proofs proofs, CertificateAuthority authority) {
        this.proofs = proofs;
        this.authority = authority;
    }

    /** @throws org.yinxin.ledger.proof.book.StatementRefusedException naming the first thing that does not hold */
    public CheckedStatement check(byte[] file) {
        SignedStatement signed = StatementFile.read(file);
        return proofs.check(signed, authority.roots(KeyAlgorithm.P256));
    }
}
