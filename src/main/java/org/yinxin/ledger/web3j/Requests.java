package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.web3j.abi.TypeEncoder;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.MandateTerms;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.ledger.authority.UseFact;
import org.yinxin.ledger.web3j.contract.SealLedger;
import org.yinxin.shared.Digest;

/** What entries ask for, in the contract's structures. */
final class Requests {

    private Requests() {}

    static SealLedger.IssueRequest of(LedgerEntry.SealIssue issue) {
        return new SealLedger.IssueRequest(
                issue.seal().bytes(),
                BigInteger.valueOf(issue.version()),
                issue.application().bytes(),
                issue.parts().enterprise().bytes(),
                issue.parts().physicalSeal().bytes(),
                issue.parts().content().bytes(),
                issue.sealDigest().bytes(),
                time(issue.validFrom()),
                time(issue.validTo()),
                issue.root().bytes(),
                of(issue.parts().key()));
    }

    static SealLedger.RenewalRequest of(LedgerEntry.SealRenewal renewal) {
        return new SealLedger.RenewalRequest(
                renewal.seal().bytes(),
                renewal.before().bytes(),
                BigInteger.valueOf(renewal.version()),
                renewal.sealDigest().bytes(),
                time(renewal.validFrom()),
                time(renewal.validTo()),
                renewal.consent().bytes());
    }

    static SealLedger.ReplacementRequest of(LedgerEntry.KeyReplacement replacement) {
        return new SealLedger.ReplacementRequest(
                replacement.parts().seal().bytes(),
                replacement.parts().application().bytes(),
                replacement.parts().content().bytes(),
                replacement.root().bytes(),
                of(replacement.parts().key()));
    }

    static SealLedger.MandateTerms of(MandateTerms terms) {
        return new SealLedger.MandateTerms(
                terms.mandate().bytes(),
                terms.seal().bytes(),
                terms.above().bytes(),
                of(terms.key()),
                time(terms.validFrom()),
                time(terms.validTo()),
                BigInteger.valueOf(terms.limit()),
                terms.kinds().bytes(),
                terms.delegable());
    }

    static SealLedger.UseRequest of(LedgerEntry.Use use) {
        UseAuthority authority = use.authority();
        List<byte[]> path = authority.kindProof().stream().map(Digest::bytes).toList();
        return new SealLedger.UseRequest(
                EntryIds.bytes(use.id()),
                use.seal().bytes(),
                use.use().bytes(),
                use.authorised().bytes(),
                use.sealed().bytes(),
                use.purpose().bytes(),
                authority.mandate().bytes(),
                authority.kind().bytes(),
                time(authority.expiry()),
                path,
                signature(authority.signature()));
    }

    static SealLedger.UseFact of(UseFact use) {
        return new SealLedger.UseFact(
                EntryIds.bytes(use.entry()),
                use.seal().bytes(),
                use.use().bytes(),
                use.authorised().bytes(),
                use.sealed().bytes(),
                use.purpose().bytes(),
                use.mandate().bytes(),
                use.kind().bytes());
    }

    static SealLedger.MarkRequest of(LedgerEntry.UseMark mark, HolderAuthority authority) {
        return new SealLedger.MarkRequest(
                mark.seal().bytes(),
                BigInteger.valueOf(mark.mark().ordinal()),
                mark.reason().bytes(),
                authority.mandate().bytes(),
                time(authority.expiry()),
                signature(authority.signature()));
    }

    static BigInteger time(Instant time) {
        return BigInteger.valueOf(time.getEpochSecond());
    }

    /** Raw: r and s. An assertion: OpenZeppelin's {@code WebAuthnAuth}, without the offset that leads a lone structure. */
    static byte[] signature(HolderSignature signature) {
        String json = signature.clientDataJson();
        if (json == null) {
            return java.nio.ByteBuffer.allocate(2 * Digest.LENGTH)
                    .put(signature.r().bytes())
                    .put(signature.s().bytes())
                    .array();
        }
        return Numeric.hexStringToByteArray(TypeEncoder.encode(new DynamicStruct(
                new Bytes32(signature.r().bytes()),
                new Bytes32(signature.s().bytes()),
                new Uint256(BigInteger.valueOf(Math.max(0, signature.challengeIndex()))),
                new Uint256(BigInteger.valueOf(Math.max(0, signature.typeIndex()))),
                new DynamicBytes(signature.authenticatorBytes()),
                new DynamicBytes(signature.clientDataBytes()))));
    }

    private static SealLedger.HolderKey of(AuthorityKey key) {
        return new SealLedger.HolderKey(
                BigInteger.valueOf(key.kind().onChain()),
                key.x().bytes(),
                key.y().bytes());
    }
}
