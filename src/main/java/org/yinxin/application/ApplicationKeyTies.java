package org.yinxin.application;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.KeyTie;
import org.yinxin.authority.KeyTies;

/** Keeps a key that the bureaus have before them from being removed. */
@Component
class ApplicationKeyTies implements KeyTies {

    private static final List<ApplicationStatus> OPEN = Arrays.stream(ApplicationStatus.values())
            .filter(ApplicationStatus::decidable)
            .toList();

    private final SealApplications applications;

    ApplicationKeyTies(SealApplications applications) {
        this.applications = applications;
    }

    @Override
    @Transactional(readOnly = true)
    public List<KeyTie> of(UUID keyId) {
        return applications.findByAnswersKeyIdAndStatusIn(keyId, OPEN).stream()
                .map(SealApplication::reference)
                .map(reference -> new KeyTie(reference.toString(), "application.key.tie", "/applications/" + reference))
                .toList();
    }
}
