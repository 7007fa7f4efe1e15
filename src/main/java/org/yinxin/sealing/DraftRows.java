package org.yinxin.sealing;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The drafts in the database. */
interface DraftRows extends Repository<Draft, UUID> {

    Draft save(Draft draft);

    void flush();

    Optional<Draft> findByIdAndPersonId(UUID id, UUID personId);

    /** Keeps others from preparing or authorising its use until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Draft d where d.id = :id and d.personId = :person")
    Optional<Draft> lock(UUID id, UUID person);

    Optional<Draft> findByUseId(UUID useId);

    List<Draft> findByPersonIdAndUseIdIsNullOrderByChangedAtDesc(UUID personId);

    void delete(Draft draft);

    @Modifying
    @Query("delete from Draft d where d.useId is null and d.changedAt < :before")
    int deleteLeftBefore(Instant before);
}
