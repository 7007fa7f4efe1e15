package org.yinxin.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.SubmissionView;
import org.yinxin.application.SupportingFile;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.SealFiling;

/**
 * Everything an officer needs to decide on a case, gathered at one moment.
 *
 * @param submitted what was submitted, not what its applicant may be changing meanwhile
 * @param names of the people who appear, by id
 * @param objection why this officer may not decide; absent when they may
 * @param daysLeft working days until the deadline; negative once it has passed
 */
public record CaseFile(
        GateCase gate,
        ApplicationView application,
        SubmissionView submitted,
        @Nullable EnterpriseEntry entry,
        @Nullable SealFiling filing,
        Optional<SupportingFile> file,
        List<Comparison> comparisons,
        List<Check> checks,
        List<GateCase> gates,
        List<Handling> handlings,
        Map<UUID, String> names,
        Optional<Objection> objection,
        LocalDate today,
        int age,
        int daysLeft) {

    public boolean checksPassed() {
        return checks.stream().allMatch(Check::passed);
    }

    /** The name of a person in this case; people who are gone are shown by nothing. */
    public String name(@Nullable UUID person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }
}
