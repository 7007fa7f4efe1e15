package org.yinxin.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CounterCodeRepository extends JpaRepository<CounterCode, UUID> {

    /** Only the latest code of a person holds. */
    Optional<CounterCode> findFirstByPersonIdOrderByIssuedAtDesc(UUID personId);
}
