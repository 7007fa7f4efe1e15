package org.yinxin.mandate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The mandates in the database. */
interface MandateRows extends Repository<Mandate, UUID> {

    Mandate save(Mandate mandate);

    void flush();

    Optional<Mandate> findById(UUID id);

    @Query("select m.place.sealNumber from Mandate m where m.id = :id")
    Optional<String> sealOf(UUID id);

    @Query("select m.id from Mandate m where m.onChainId = :onChainId")
    Optional<UUID> idOnChain(byte[] onChainId);

    Optional<Mandate> findByOnChainId(byte[] onChainId);

    @Query("select m from Mandate m where m.state.invitation.codeDigest = :codeDigest")
    Optional<Mandate> withCode(byte[] codeDigest);

    @Query("select m from Mandate m where m.place.sealNumber = :sealNumber order by m.state.course.createdAt")
    List<Mandate> ofSeal(String sealNumber);

    @Query("select m from Mandate m where m.holder.personId = :person order by m.state.course.createdAt desc")
    List<Mandate> heldBy(UUID person);

    @Query("""
            select m from Mandate m where m.state.invitation.phone = :phone and m.state.status = MandateStatus.OFFERED
            order by m.state.course.createdAt desc""")
    List<Mandate> offeredTo(String phone);

    @Query("select m from Mandate m where m.holder.keyId = :key")
    List<Mandate> withKey(UUID key);

    @Query("""
            select m from Mandate m
            where (m.state.status in (MandateStatus.OFFERED, MandateStatus.ACCEPTED)
                and (m.state.invitation.waitsUntil < :now or m.granted.validTo < :now))
              or (m.state.status in (MandateStatus.IN_FORCE, MandateStatus.STOPPED) and m.granted.validTo < :now)
            order by m.id limit 200""")
    List<Mandate> aged(Instant now);
}
