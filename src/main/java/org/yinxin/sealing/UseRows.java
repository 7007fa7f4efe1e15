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

    /** There is at most one that waits for its holder's signature. */
    Optional<Use> findByDraftIdAndStatus(UUID draftId, UseStatus status);

    void flush();

    Optional<Use> findByEntryId(UUID entryId);

    @Query("""
            select u from Use u where u.sealNumber = :seal and u.times.authorisedAt is not null
              and (:text = '' or lower(u.document.purpose) like :pattern or lower(u.document.fileName) like :pattern
                   or u.code like upper(:pattern))
            order by u.times.requestedAt desc""")
    Page<Use> book(String seal, String text, String pattern, Pageable page);

    @Query("""
            select u from Use u where (u.personId = :person or u.authorisation.mandate in :mandates)
              and u.times.authorisedAt is not null
              and (:text = '' or lower(u.document.purpose) like :pattern or lower(u.document.fileName) like :pattern
                   or u.code like upper(:pattern))
            order by u.times.requestedAt desc""")
    Page<Use> own(UUID person, List<byte[]> mandates, String text, String pattern, Pageable page);

    @Query("""
            select u from Use u where u.authorisation.mandate in :mandates and u.times.authorisedAt is not null
              and (:text = '' or lower(u.document.purpose) like :pattern or lower(u.document.fileName) like :pattern
                   or u.code like upper(:pattern))
            order by u.times.requestedAt desc""")
    Page<Use> under(List<byte[]> mandates, String text, String pattern, Pageable page);

    /** How many recorded uses stand in the books under a mandate. */
    record UnderMandate(byte[] mandate, long uses) {}

    @Query("""
            select new org.yinxin.sealing.UseRows$UnderMandate(u.authorisation.mandate, count(u)) from Use u
            where u.authorisation.mandate in :mandates and u.status in (UseStatus.RECORDED, UseStatus.RELEASED)
            group by u.authorisation.mandate""")
    List<UnderMandate> recordedUnder(List<byte[]> mandates);

    @Query("""
            select u from Use u where u.personId = :person and u.times.authorisedAt is not null
            order by u.times.authorisedAt desc limit 5""")
    List<Use> newestOf(UUID person);

    @Query("select u from Use u where u.status = UseStatus.AUTHORISED and u.times.authorisedAt < :before")
    List<Use> unfinished(Instant before);

    @Query("select u from Use u where u.status = UseStatus.REQUESTED and u.authorisation.expiry < :now")
    List<Use> neverSigned(Instant now);

    long countBySealNumberAndStatusIn(String sealNumber, List<UseStatus> statuses);
}
