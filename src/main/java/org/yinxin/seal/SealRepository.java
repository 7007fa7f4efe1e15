package org.yinxin.seal;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.yinxin.shared.SealKind;

/** Where seals are kept. */
interface SealRepository extends JpaRepository<Seal, UUID> {

    /** The version in force; where there is none, the last. */
    @Query("""
            select s from Seal s where s.number = :number
            order by case when s.status in (SealStatus.ISSUED, SealStatus.ACTIVE, SealStatus.SUSPENDED)
                then 0 else 1 end, s.version desc
            limit 1""")
    Optional<Seal> newest(String number);

    @Query("""
            select s.id from Seal s where s.number = :number
            order by case when s.status in (SealStatus.ISSUED, SealStatus.ACTIVE, SealStatus.SUSPENDED)
                then 0 else 1 end, s.version desc
            limit 1""")
    Optional<UUID> newestId(String number);

    @Query("select max(s.version) from Seal s where s.number = :number")
    int lastVersion(String number);

    @Query("select s.id from Seal s where s.onChainId = :onChainId")
    Optional<UUID> idOnChain(byte[] onChainId);

    List<Seal> findByNumberOrderByVersion(String number);

    List<Seal> findByOwnerUsccOrderByIssuedAtDesc(String uscc);

    List<Seal> findByOwnerUsccInOrderByIssuedAtDesc(Collection<String> usccs);

    /** Holds everybody else who would move the same seal back until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Seal s where s.id = :id")
    Optional<Seal> lock(UUID id);

    Optional<Seal> findByOnChainId(byte[] onChainId);

    @Query("""
            select s.id from Seal s
            where s.material.validTo < :now
              and s.status in (SealStatus.ISSUED, SealStatus.ACTIVE, SealStatus.SUSPENDED)
            order by s.material.validTo limit 200""")
    List<UUID> overdue(Instant now);

    @Query("""
            select s.id from Seal s
            where s.material.validTo < :now and s.owner.uscc = :uscc
              and s.status in (SealStatus.ISSUED, SealStatus.ACTIVE, SealStatus.SUSPENDED)""")
    List<UUID> overdueOf(String uscc, Instant now);

    @Query("""
            select count(s) > 0 from Seal s
            where s.owner.uscc = :uscc and s.owner.kind = :kind and s.material.validTo >= :now
              and s.status in (SealStatus.ISSUED, SealStatus.ACTIVE, SealStatus.SUSPENDED)""")
    boolean inForceOfEnterprise(String uscc, SealKind kind, Instant now);

    @Query("""
            select count(s) > 0 from Seal s
            where s.owner.physicalSeal = :physicalSeal and s.material.validTo >= :now
              and s.status in (SealStatus.ISSUED, SealStatus.ACTIVE, SealStatus.SUSPENDED)""")
    boolean inForceOfPhysicalSeal(String physicalSeal, Instant now);

    @Query("""
            select count(s) from Seal s where s.material.validTo >= :now and s.status = SealStatus.ACTIVE""")
    long countActive(Instant now);

    /** By the beginning of the number or of the enterprise's name, or by the exact code; empty: all. */
    @Query("""
            select s from Seal s
            where (:text = '' or s.number like concat(:text, '%') or s.owner.enterpriseName like concat('%', :text, '%')
                or s.owner.uscc = :text or s.owner.physicalSeal = :text)
              and s.status in :statuses""")
    Page<Seal> search(String text, Collection<SealStatus> statuses, Pageable page);
}
