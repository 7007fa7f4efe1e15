package org.yinxin.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/** A natural person with an account. */
@Entity
@Table(schema = "account", name = "person")
class Person {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private @Nullable Bureau bureau;

    private String name;
    private String signInName;
    private byte @Nullable [] nationalIdDigest;
    private String passwordHash;
    private @Nullable Instant oneTimePasswordUntil;

    @Enumerated(EnumType.STRING)
    private PersonStatus status;

    private @Nullable String language;
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    private Person(
            Role role,
            @Nullable Bureau bureau,
            String name,
            String signInName,
            @Nullable Digest nationalId,
            String passwordHash,
            @Nullable Instant oneTimePasswordUntil,
            Instant now) {
        this.id = UUID.randomUUID();
        this.role = role;
        this.bureau = bureau;
        this.name = name;
        this.signInName = signInName;
        this.nationalIdDigest = nationalId == null ? null : nationalId.bytes();
        this.passwordHash = passwordHash;
        this.oneTimePasswordUntil = oneTimePasswordUntil;
        this.status = PersonStatus.ACTIVE;
        this.createdAt = now;
    }

    static Person citizen(String name, Digest nationalId, PhoneNumber phone, String passwordHash, Instant now) {
        return new Person(Role.CITIZEN, null, name, phone.value(), nationalId, passwordHash, null, now);
    }

    /** An officer, administrator or clerk, whose first password holds once and until the given time. */
    static Person official(
            Role role,
            @Nullable Bureau bureau,
            String name,
            StaffNumber staffNumber,
            String oneTimePasswordHash,
            Instant oneTimeUntil,
            Instant now) {
        if (role == Role.CITIZEN || role.ofBureau() != (bureau != null)) {
            throw new IllegalArgumentException(role + " and bureau " + bureau + " do not go together");
        }
        return new Person(role, bureau, name, staffNumber.value(), null, oneTimePasswordHash, oneTimeUntil, now);
    }

    void choosePassword(String hash) {
        this.passwordHash = hash;
        this.oneTimePasswordUntil = null;
    }

    void resetPassword(String oneTimeHash, Instant until) {
        this.passwordHash = oneTimeHash;
        this.oneTimePasswordUntil = until;
    }

    void suspend() {
        this.status = PersonStatus.SUSPENDED;
    }

    void restore() {
        this.status = PersonStatus.ACTIVE;
    }

    void prefer(Locale language) {
        this.language = language.toLanguageTag();
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String signInName() {
        return signInName;
    }

    Role role() {
        return role;
    }

    @Nullable
    Bureau bureau() {
        return bureau;
    }

    PersonStatus status() {
        return status;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** Until when the present password may be used, once, to choose another; none for a chosen password. */
    @Nullable
    Instant oneTimePasswordUntil() {
        return oneTimePasswordUntil;
    }

    @Nullable
    Locale language() {
        return language == null ? null : Locale.forLanguageTag(language);
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean hasNationalId(Digest digest) {
        return nationalIdDigest != null && Digest.of(nationalIdDigest).equals(digest);
    }

    AccountPrincipal principal() {
        return new AccountPrincipal(id, name, role, bureau);
    }

    PersonView view() {
        return new PersonView(id, name, role, bureau, nationalIdDigest == null ? null : Digest.of(nationalIdDigest));
    }
}
