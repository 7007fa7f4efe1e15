package org.yinxin.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.yinxin.shared.Bureau;

interface Persons extends JpaRepository<Person, UUID> {

    Optional<Person> findBySignInName(String signInName);

    boolean existsBySignInName(String signInName);

    boolean existsByNationalIdDigest(byte[] nationalIdDigest);

    List<Person> findByBureauAndStatusOrderByName(Bureau bureau, PersonStatus status);

    boolean existsByRoleAndBureau(Role role, Bureau bureau);

    boolean existsByRole(Role role);

    /** @param pattern lower case, as {@code like} reads it, with backslash as the escape */
    @Query("""
            select person from Person person where person.bureau = :bureau
            and (lower(person.name) like :pattern escape '\\' or lower(person.signInName) like :pattern escape '\\')""")
    Page<Person> search(Bureau bureau, String pattern, Pageable page);
}
