package org.yinxin.application;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Where applications are kept. */
interface SealApplications extends JpaRepository<SealApplication, UUID> {

    Optional<SealApplication> findByReference(String reference);

    /** Holds other decisions on the same application back until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from SealApplication a where a.id = :id")
    Optional<SealApplication> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from SealApplication a where a.reference = :reference")
    Optional<SealApplication> lockByReference(String reference);

    Page<SealApplication> findByApplicantIdAndStatusIn(
            UUID applicantId, Collection<ApplicationStatus> statuses, Pageable page);

    @Query("""
            select count(a) > 0 from SealApplication a
            where a.answers.uscc = :uscc and a.purpose = Purpose.SEAL and a.id <> :except and a.status in :open""")
    boolean openForEnterprise(String uscc, UUID except, Collection<ApplicationStatus> open);

    @Query("""
            select count(a) > 0 from SealApplication a
            where a.answers.sealCode = :sealCode and a.purpose = Purpose.SEAL and a.id <> :except
              and a.status in :open""")
    boolean openForPhysicalSeal(String sealCode, UUID except, Collection<ApplicationStatus> open);

    @Query("""
            select count(a) > 0 from SealApplication a
            where a.answers.sealNumber = :seal and a.purpose = Purpose.KEY_REPLACEMENT and a.id <> :except
              and a.status in :open""")
    boolean openReplacement(String seal, UUID except, Collection<ApplicationStatus> open);

    @Query("""
            select a from SealApplication a
            where a.answers.sealNumber = :seal and a.purpose = Purpose.KEY_REPLACEMENT and a.status in :statuses
            order by a.startedAt desc""")
    List<SealApplication> replacements(String seal, Collection<ApplicationStatus> statuses);

    List<SealApplication> findByAnswersKeyIdAndStatusIn(UUID keyId, Collection<ApplicationStatus> statuses);
}
