package org.yinxin.sealing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.KeyMethod;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.mandate.HeldMandate;
import org.yinxin.shared.Digest;

/** With which mandate and key a use is to be signed and until when, and the holder's signature once it is there. */
@Embeddable
class Authorisation {

    private byte[] mandate;
    private Boolean rootMandate;

    @Enumerated(EnumType.STRING)
    private KeyKind keyKind;

    @Column(name = "key_x")
    private byte[] keyX;

    @Column(name = "key_y")
    private byte[] keyY;

    @Enumerated(EnumType.STRING)
    private KeyMethod keyMethod;

    private String keyLabel;
    private byte[] kindLeaf;
    private String kindProof;
    private Long chainId;
    private String contract;
    private Instant expiry;

    @Column(name = "signature_r")
    private byte @Nullable [] signatureR;

    @Column(name = "signature_s")
    private byte @Nullable [] signatureS;

    private @Nullable String authenticatorData;
    private @Nullable String clientData;

    @SuppressWarnings("NullAway.Init")
    protected Authorisation() {}

    Authorisation(HeldMandate held, Digest kind, List<Digest> proof, LedgerDomain domain, Instant expiry) {
        this.mandate = held.onChain().bytes();
        this.rootMandate = held.root();
        this.keyKind = held.key().key().kind();
        this.keyX = held.key().key().x().bytes();
        this.keyY = held.key().key().y().bytes();
        this.keyMethod = held.key().method();
        this.keyLabel = held.key().label();
        this.kindLeaf = kind.bytes();
        this.kindProof = proof.stream().map(Digest::hex).collect(Collectors.joining(" "));
        this.chainId = domain.chainId();
        this.contract = domain.contract();
        this.expiry = expiry;
    }

    void sign(HolderSignature signature) {
        signatureR = signature.r().bytes();
        signatureS = signature.s().bytes();
        authenticatorData = signature.authenticatorData();
        clientData = signature.clientDataJson();
    }

    /** Whether it asks for this mandate, with the key that it has now, in the contract that is there now. */
    boolean asks(HeldMandate held, LedgerDomain domain) {
        return mandate().equals(held.onChain()) && key().equals(held.key().key()) && domain().equals(domain);
    }

    Digest mandate() {
        return Digest.of(mandate);
    }

    boolean rootMandate() {
        return rootMandate;
    }

    AuthorityKey key() {
        return new AuthorityKey(keyKind, Digest.of(keyX), Digest.of(keyY));
    }

    KeyMethod keyMethod() {
        return keyMethod;
    }

    String keyLabel() {
        return keyLabel;
    }

    Digest kind() {
        return Digest.of(kindLeaf);
    }

    LedgerDomain domain() {
        return new LedgerDomain(chainId, contract);
    }

    Instant expiry() {
        return expiry;
    }

    Optional<HolderSignature> signature() {
        return signatureR == null
                ? Optional.empty()
                : Optional.of(new HolderSignature(
                        Digest.of(signatureR),
                        Digest.of(Objects.requireNonNull(signatureS)),
                        authenticatorData,
                        clientData));
    }

    /** What the chain is told. */
    UseAuthority forTheChain() {
        return new UseAuthority(
                mandate(),
                kind(),
                proof(),
                expiry,
                signature().orElseThrow(() -> new IllegalStateException("unsigned")));
    }

    List<Digest> proof() {
        return Stream.of(kindProof.split(" "))
                .filter(part -> !part.isEmpty())
                .map(Digest::fromHex)
                .toList();
    }
}
