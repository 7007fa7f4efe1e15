package org.yinxin.sealing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The uses in the database. */
interface UseRows extends Repository<Use, UUID> {

    Use save(Use use);

    Optional<Use> findById(UUID id);

    Optional<Use> findByCode(String code);

    Optional<Use> findByEntryId(UUID entryId);

    @Query("""
            select u from Use u where u.sealNumber = :seal
              and (:text = '' or lower(u.purpose) like :pattern or lower(u.fileName) like :pattern
                   or u.code like upper(:pattern))
            order by u.requestedAt desc""")
    Page<Use> book(String seal, String text, String pattern, Pageable page);

    List<Use> findTop5ByPersonIdOrderByRequestedAtDesc(UUID personId);

    @Query(
            "select u from Use u where u.status in (UseStatus.REQUESTED, UseStatus.AUTHORISED) and u.requestedAt < :before")
    List<Use> unfinished(Instant before);

    long countBySealNumberAndStatusIn(String sealNumber, List<UseStatus> statuses);
}
