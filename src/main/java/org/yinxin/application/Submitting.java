package org.yinxin.application;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** Makes of a draft what the bureaus decide on, fresh from the registers, unless something stands in the way. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Submitting {

    private final Standings standings;
    private final SealsInForce seals;
    private final ApplicantKeys keys;
    private final SupportingFiles files;
    private final ImprintRenderer renderer;
    private final CommitmentSalts salts;
    private final Clock clock;

    Submitting(
            Standings standings,
            SealsInForce seals,
            ApplicantKeys keys,
            SupportingFiles files,
            ImprintRenderer renderer,
            CommitmentSalts salts,
            Clock clock) {
        this.standings = standings;
        this.seals = seals;
        this.keys = keys;
        this.files = files;
        this.renderer = renderer;
        this.salts = salts;
        this.clock = clock;
    }

    SubmitResult submit(SealApplication application) {
        ApplicationView draft = application.view();
        Uscc uscc = draft.uscc();
        UUID keyId = draft.keyId();
        if (uscc == null || keyId == null || !draft.missing().isEmpty()) {
            return new SubmitResult.Incomplete(draft.missing());
        }
        ApplicantKey key = keys.find(draft.applicantId(), keyId).orElse(null);
        Assessment assessment = standings.assess(draft, key);
        EnterpriseEntry entry = assessment.enterprise();
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        obstacles.addAll(assessment.obstacles());
        if (entry == null || key == null || !obstacles.isEmpty()) {
            return new SubmitResult.Hindered(obstacles);
        }
        if (!keys.bind(key.key(), uscc)) {
            return new SubmitResult.Hindered(Set.of(Obstacle.KEY_OF_OTHER_ENTERPRISE));
        }
        if (draft.purpose() == Purpose.SEAL && cannotBeDrawn(draft, entry)) {
            return new SubmitResult.Hindered(Set.of(Obstacle.NAME_CANNOT_BE_DRAWN));
        }
        CanonicalContent content = content(draft, EnterpriseDetails.of(entry), key);
        application.submit(content, commitments(application, content), clock.instant());
        return new SubmitResult.Submitted();
    }

    private boolean cannotBeDrawn(ApplicationView draft, EnterpriseEntry entry) {
        SealCode physicalSeal = Objects.requireNonNull(draft.physicalSeal());
        return draft.imprint() == null
                && renderer.tryDraw(draft.kind(), entry.nameZh(), physicalSeal, entry.uscc())
                        .isEmpty();
    }

    private CanonicalContent content(ApplicationView draft, EnterpriseDetails enterprise, ApplicantKey key) {
        SealCode physicalSeal = Objects.requireNonNull(draft.physicalSeal());
        String declaration = Objects.requireNonNull(draft.declaration());
        return switch (draft.purpose()) {
            case SEAL ->
                new SealContent(
                        draft.reference(),
                        enterprise,
                        physicalSeal,
                        draft.kind(),
                        draft.imprintSource(),
                        draft.validity(),
                        files.find(draft.id(), Objects.requireNonNull(draft.fileId()))
                                .orElseThrow()
                                .sha256(),
                        declaration,
                        draft.imprint(),
                        key);
            case KEY_REPLACEMENT -> {
                SealNumber number = Objects.requireNonNull(draft.seal());
                yield new KeyReplacementContent(
                        draft.reference(),
                        enterprise,
                        number,
                        seals.inForce(number).orElseThrow().onChainId(),
                        physicalSeal,
                        draft.kind(),
                        Objects.requireNonNull(draft.reason()),
                        declaration,
                        key);
            }
        };
    }

    private Commitments commitments(SealApplication application, CanonicalContent content) {
        Digest enterprise = salts.enterprise(content.enterprise().uscc(), content.kind());
        Digest physicalSeal = salts.physicalSeal(content.physicalSeal());
        return new Commitments(enterprise, physicalSeal, content.digest(application.contentSalt()));
    }
}
