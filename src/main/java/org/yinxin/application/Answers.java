package org.yinxin.application;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** What the applicant has filled in so far. */
@Embeddable
class Answers {

    private @Nullable String uscc;
    private @Nullable String enterpriseNameZh;
    private @Nullable String enterpriseNameEn;
    private @Nullable String sealCode;

    @Enumerated(EnumType.STRING)
    private ImprintSource imprintSource = ImprintSource.DRAWN_FROM_FILING;

    private byte @Nullable [] imprintSha256;
    private @Nullable String sealNumber;
    private @Nullable String replacementReason;
    private @Nullable UUID fileId;
    private @Nullable UUID keyId;
    private @Nullable String declaration;

    /** Another enterprise has other seals, keys and people who declare. */
    void choose(EnterpriseDetails enterprise) {
        String chosen = enterprise.uscc().value();
        if (uscc != null && !chosen.equals(uscc)) {
            sealCode = null;
            keyId = null;
            declaration = null;
            drawn();
        }
        uscc = chosen;
        name(enterprise);
    }

    void name(EnterpriseDetails enterprise) {
        enterpriseNameZh = enterprise.nameZh();
        enterpriseNameEn = enterprise.nameEn();
    }

    void choose(SealCode physicalSeal) {
        if (!physicalSeal.value().equals(sealCode)) {
            drawn();
        }
        sealCode = physicalSeal.value();
    }

    void choose(SealInForce seal) {
        sealNumber = seal.number().value();
        sealCode = seal.physicalSeal().value();
    }

    void drawn() {
        imprintSource = ImprintSource.DRAWN_FROM_FILING;
        imprintSha256 = null;
    }

    void imprint(ImprintSource source, Digest picture) {
        imprintSource = source;
        imprintSha256 = picture.bytes();
    }

    void explain(String reason) {
        replacementReason = reason;
    }

    void attach(@Nullable UUID file) {
        fileId = file;
    }

    void choose(UUID key) {
        keyId = key;
    }

    void declare(String text) {
        declaration = text;
    }

    /** What still has to be filled in, in the order of the pages. */
    Set<ApplicationPart> missing(Purpose purpose) {
        return purpose.parts().stream()
                .filter(part -> answer(part) == null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable Object answer(ApplicationPart part) {
        return switch (part) {
            case ENTERPRISE -> uscc;
            case PHYSICAL_SEAL -> sealCode;
            case REASON -> replacementReason;
            case SUPPORTING_FILE -> fileId;
            case KEY -> keyId;
            case DECLARATION -> declaration;
        };
    }

    @Nullable
    Uscc uscc() {
        return Optional.ofNullable(uscc).map(Uscc::new).orElse(null);
    }

    @Nullable
    String enterpriseNameZh() {
        return enterpriseNameZh;
    }

    @Nullable
    String enterpriseNameEn() {
        return enterpriseNameEn;
    }

    @Nullable
    SealCode physicalSeal() {
        return Optional.ofNullable(sealCode).map(SealCode::new).orElse(null);
    }

    ImprintSource imprintSource() {
        return imprintSource;
    }

    @Nullable
    Digest imprint() {
        return imprintSha256 == null ? null : Digest.of(imprintSha256);
    }

    @Nullable
    SealNumber seal() {
        return Optional.ofNullable(sealNumber).map(SealNumber::new).orElse(null);
    }

    @Nullable
    String reason() {
        return replacementReason;
    }

    @Nullable
    UUID fileId() {
        return fileId;
    }

    @Nullable
    UUID keyId() {
        return keyId;
    }

    @Nullable
    String declaration() {
        return declaration;
    }
}
