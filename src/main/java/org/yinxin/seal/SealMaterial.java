package org.yinxin.seal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.yinxin.shared.Digest;
import org.yinxin.site.Times;

/** What was made for one version of a seal: its period, its imprint's size, its certificates and its file's digest. */
@Embeddable
class SealMaterial {

    private Instant validFrom;
    private Instant validTo;
    private double widthMm;
    private double heightMm;

    @Column(name = "sm2_certificate_id")
    private UUID sm2CertificateId;

    @Column(name = "p256_certificate_id")
    private UUID p256CertificateId;

    private byte[] sealDigest;

    @SuppressWarnings("NullAway.Init")
    protected SealMaterial() {}

    SealMaterial(MadeSeal made) {
        this.validFrom = made.validFrom();
        this.validTo = made.validTo();
        this.widthMm = made.imprint().widthMm();
        this.heightMm = made.imprint().heightMm();
        this.sm2CertificateId = made.sm2Certificate().id();
        this.p256CertificateId = made.p256Certificate().id();
        this.sealDigest = made.digest().bytes();
    }

    Instant validFrom() {
        return validFrom;
    }

    Instant validTo() {
        return validTo;
    }

    Period validity() {
        return Period.between(LocalDate.ofInstant(validFrom, Times.ZONE), LocalDate.ofInstant(validTo, Times.ZONE));
    }

    double widthMm() {
        return widthMm;
    }

    double heightMm() {
        return heightMm;
    }

    UUID sm2CertificateId() {
        return sm2CertificateId;
    }

    UUID p256CertificateId() {
        return p256CertificateId;
    }

    Digest sealDigest() {
        return Digest.of(sealDigest);
    }
}
