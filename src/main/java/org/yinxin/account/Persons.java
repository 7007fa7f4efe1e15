package org.yinxin.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.yinxin.shared.Bureau;

interface Persons extends JpaRepository<Person, UUID> {

    Optional<Person> findBySignInName(String signInName);

    boolean existsBySignInName(String signInName);

    boolean existsByNationalIdDigest(byte[] nationalIdDigest);

    boolean existsByBureauAndRole(Bureau bureau, Role role);

    List<Person> findByBureauAndStatusOrderByName(Bureau bureau, PersonStatus status);
}
