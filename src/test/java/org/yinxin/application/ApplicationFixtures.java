package org.yinxin.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.Set;
import java.util.UUID;
import org.yinxin.authority.KeyMethod;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.register.EnterpriseKind;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** Applications for tests that need no database. */
final class ApplicationFixtures {

    static final Instant NOW = Instant.parse("2026-04-13T02:00:00Z");
    static final UUID APPLICANT = UUID.fromString("00000000-0000-0000-0000-00000000a001");
    static final EnterpriseDetails ENTERPRISE = new EnterpriseDetails(
            Uscc.complete("91330106MA2CFRT4X"),
            "杭州云栖数字科技有限公司",
            "Hangzhou Yunqi Digital Technology Co., Ltd.",
            EnterpriseKind.LIMITED_COMPANY,
            "沈知远",
            "杭州市西湖区转塘街道云栖小镇1号");
    static final SealCode PHYSICAL_SEAL = new SealCode("3301060012345");
    static final String DECLARATION = "2026-2";

    static final ApplicantKey KEY = key();
    static final SealInForce SEAL = new SealInForce(
            new SealNumber("33010600000001"),
            ENTERPRISE.uscc(),
            PHYSICAL_SEAL,
            SealKind.STATUTORY_NAME,
            Digest.random(),
            SoftKey.es256().key().digest(),
            true);

    private ApplicationFixtures() {}

    static SealApplication draft() {
        return new SealApplication(APPLICANT, Period.ofYears(3), NOW);
    }

    static SealApplication complete() {
        SealApplication application = draft();
        application.choose(ENTERPRISE, NOW);
        application.edit(ApplicationPart.PHYSICAL_SEAL, NOW).choose(PHYSICAL_SEAL);
        application.edit(ApplicationPart.SUPPORTING_FILE, NOW).attach(UUID.randomUUID());
        application.edit(ApplicationPart.KEY, NOW).choose(KEY.keyId());
        application.edit(ApplicationPart.DECLARATION, NOW).declare(DECLARATION);
        return application;
    }

    static SealApplication submitted() {
        SealApplication application = complete();
        submit(application, "first file");
        return application;
    }

    /** Submits with a file whose bytes are the text, so that another text makes another content. */
    static void submit(SealApplication application, String file) {
        CanonicalContent content = content(application, file);
        Digest digest = content.digest(application.contentSalt());
        application.submit(content, new Commitments(Digest.random(), Digest.random(), digest), NOW);
    }

    static SealContent content(SealApplication application, String file) {
        ApplicationView view = application.view();
        return new SealContent(
                view.reference(),
                ENTERPRISE,
                PHYSICAL_SEAL,
                view.kind(),
                view.imprintSource(),
                view.validity(),
                Digest.sha256(file.getBytes(StandardCharsets.UTF_8)),
                DECLARATION,
                view.imprint(),
                KEY);
    }

    static ApplicantKey key() {
        return new ApplicantKey(
                UUID.randomUUID(), KeyMethod.BROWSER, SoftKey.es256().key(), NOW);
    }

    static SealApplication replacement() {
        return new SealApplication(APPLICANT, ENTERPRISE, SEAL, Period.ofYears(3), NOW);
    }

    static SealApplication submittedReplacement() {
        SealApplication application = replacement();
        application.edit(ApplicationPart.REASON, NOW).explain("The telephone is lost");
        application.edit(ApplicationPart.KEY, NOW).choose(KEY.keyId());
        application.edit(ApplicationPart.DECLARATION, NOW).declare(DECLARATION);
        KeyReplacementContent content = new KeyReplacementContent(
                application.reference(),
                ENTERPRISE,
                SEAL.number(),
                SEAL.onChainId(),
                PHYSICAL_SEAL,
                SEAL.kind(),
                "The telephone is lost",
                DECLARATION,
                KEY);
        Digest digest = content.digest(application.contentSalt());
        application.submit(content, new Commitments(Digest.random(), Digest.random(), digest), NOW);
        return application;
    }

    static Verdict approval(Bureau bureau, int round) {
        return new Verdict(bureau, UUID.randomUUID(), round, Outcome.APPROVED, Set.of(), "");
    }

    static Verdict returned(Bureau bureau, int round) {
        return new Verdict(
                bureau,
                UUID.randomUUID(),
                round,
                Outcome.RETURNED,
                Set.of(ApplicationPart.SUPPORTING_FILE),
                "The licence's second page is missing");
    }

    static Verdict refusal(Bureau bureau, int round) {
        return new Verdict(
                bureau, UUID.randomUUID(), round, Outcome.REFUSED, Set.of(), "The physical seal was reported stolen");
    }
}
