package org.yinxin.verification;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.seal.SealView;
import org.yinxin.seal.ses.SealContent;
import org.yinxin.seal.ses.SealFormatException;
import org.yinxin.seal.ses.SealReader;
import org.yinxin.shared.Digest;

/**
 * Compares our books with the authorities' record. The chain holds the status, the period and the digest of the seal
 * file; the file in turn names the owner and holds the picture, so that a change to any of them is found.
 */
final class SealComparison {

    private SealComparison() {}

    static Set<Difference> differences(SealRecord books, SealOnChain chain) {
        SealView row = books.row();
        Set<Difference> found = EnumSet.noneOf(Difference.class);
        note(found, Difference.STATUS, row.status().standsAs(chain.status()));
        note(found, Difference.VERSION, row.version() == chain.version());
        note(
                found,
                Difference.PERIOD,
                row.validFrom().equals(chain.validFrom()) && row.validTo().equals(chain.validTo()));
        boolean sameFile = row.sealDigest().equals(chain.sealDigest())
                && Digest.sha256(books.sealFile()).equals(chain.sealDigest());
        note(found, Difference.SEAL_FILE, sameFile);
        if (sameFile) {
            compareWithFile(books, found);
        }
        return found;
    }

    private static void compareWithFile(SealRecord books, Set<Difference> found) {
        SealView row = books.row();
        try {
            SealContent file = SealReader.read(books.sealFile()).content();
            boolean sameOwner = file.name().equals(row.enterpriseName()) && namesOwner(file.signers(), row);
            note(found, Difference.OWNER, sameOwner);
            note(found, Difference.NUMBER, file.number().equals(row.number().value()));
            note(found, Difference.KIND, file.type() == row.kind().type());
            note(found, Difference.IMPRINT, Arrays.equals(file.picture().data(), books.imprint()));
        } catch (SealFormatException e) {
            found.add(Difference.SEAL_FILE);
        }
    }

    private static boolean namesOwner(SealContent.SignerList signers, SealView row) {
        return signers instanceof SealContent.SignerList.Certificates certificates
                && certificates.encoded().stream().allMatch(encoded -> namesOwner(encoded, row));
    }

    private static boolean namesOwner(byte[] certificate, SealView row) {
        try {
            return Arrays.stream(new X509CertificateHolder(certificate)
                            .getSubject()
                            .getRDNs(BCStyle.ORGANIZATION_IDENTIFIER))
                    .map(name -> name.getFirst().getValue().toString())
                    .anyMatch(("NTRCN-" + row.uscc())::equals);
        } catch (IOException e) {
            return false;
        }
    }

    private static void note(Set<Difference> found, Difference difference, boolean same) {
        if (!same) {
            found.add(difference);
        }
    }
}
