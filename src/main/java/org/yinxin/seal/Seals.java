package org.yinxin.seal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.application.SealInForce;
import org.yinxin.application.SealsInForce;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.IssuedCertificate;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;
import org.yinxin.site.NotFoundException;

/** The books of seals as other modules consult them. */
@Service
@Transactional(readOnly = true)
public class Seals implements SealsInForce {

    private final SealRepository seals;
    private final SealArtefacts artefacts;
    private final SealRoots roots;
    private final CertificateAuthority authority;
    private final Clock clock;

    Seals(SealRepository seals, SealArtefacts artefacts, SealRoots roots, CertificateAuthority authority, Clock clock) {
        this.seals = seals;
        this.artefacts = artefacts;
        this.roots = roots;
        this.authority = authority;
        this.clock = clock;
    }

    /** The newest version under this number. */
    public Optional<SealView> find(SealNumber number) {
        return seals.newest(number.value()).map(this::view);
    }

    /** The version under this number whose seal file has this digest (SHA-256). */
    public Optional<SealView> ofFile(SealNumber number, Digest digest) {
        return versions(number).stream()
                .filter(version -> version.sealDigest().equals(digest))
                .findFirst();
    }

    /** All versions under this number, the first one first. */
    public List<SealView> versions(SealNumber number) {
        return seals.findByNumberOrderByVersion(number.value()).stream()
                .map(this::view)
                .toList();
    }

    /** The version that the chain knows under this identifier. */
    public Optional<SealView> findOnChain(Digest onChainId) {
        return seals.findByOnChainId(onChainId.bytes()).map(this::view);
    }

    /** The enterprise's seals, the one issued last first. */
    public List<SealView> ofEnterprise(Uscc uscc) {
        return seals.findByOwnerUsccOrderByIssuedAtDesc(uscc.value()).stream()
                .map(this::view)
                .toList();
    }

    /** What happened to all versions of the seal, in order. */
    public List<SealEvent> history(SealNumber number) {
        return seals.findByNumberOrderByVersion(number.value()).stream()
                .flatMap(seal -> seal.history().stream())
                .toList();
    }

    /**
     * What stamping needs.
     *
     * @throws SealNotUsableException when the seal may not be used now
     */
    public SigningMaterial signing(SealNumber number) {
        SealView seal = find(number).orElseThrow(() -> new NotFoundException("Seal " + number));
        if (!seal.usable()) {
            throw new SealNotUsableException(number, seal.status());
        }
        IssuedCertificate sm2 = authority.find(seal.sm2CertificateId()).orElseThrow();
        IssuedCertificate p256 = authority.find(seal.p256CertificateId()).orElseThrow();
        return new SigningMaterial(
                seal,
                artefacts.sealFile(seal.id()),
                sm2.keyId(),
                sm2.chain(),
                p256.keyId(),
                p256.chain(),
                artefacts.imprintPng(seal.id()),
                seal.widthMm(),
                seal.heightMm());
    }

    /** The imprint as an SVG document in millimetres. */
    public Optional<String> imprintSvg(SealNumber number) {
        return seals.newest(number.value()).map(seal -> artefacts.imprintSvg(seal.id()));
    }

    /** The imprint as a PNG at 300 dots per inch, transparent. */
    public Optional<byte[]> imprintPng(SealNumber number) {
        return seals.newest(number.value()).map(seal -> artefacts.imprintPng(seal.id()));
    }

    /** The seal structure, DER (GB/T 38540-2020). */
    public Optional<byte[]> sealFile(SealNumber number) {
        return seals.newest(number.value()).map(seal -> artefacts.sealFile(seal.id()));
    }

    /** How many seals can be used now. */
    public long countActive() {
        return seals.countActive(clock.instant());
    }

    @Override
    public boolean ofEnterprise(Uscc uscc, SealKind kind) {
        return seals.inForceOfEnterprise(uscc.value(), kind, clock.instant());
    }

    @Override
    public boolean ofPhysicalSeal(SealCode physicalSeal) {
        return seals.inForceOfPhysicalSeal(physicalSeal.value(), clock.instant());
    }

    @Override
    public Optional<SealInForce> inForce(SealNumber number) {
        return find(number)
                .filter(seal -> seal.status().inForce())
                .map(seal -> new SealInForce(
                        number,
                        seal.uscc(),
                        seal.physicalSeal(),
                        seal.kind(),
                        seal.onChainId(),
                        roots.current(number)
                                .map(root -> root.key().key().digest())
                                .orElse(null),
                        seal.status() != SealStatus.ISSUED || !seal.beingRecorded()));
    }

    private SealView view(Seal seal) {
        return seal.view(clock.instant());
    }
}
