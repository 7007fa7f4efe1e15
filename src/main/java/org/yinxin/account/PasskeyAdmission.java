package org.yinxin.account;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.SignInRefusal.PasskeyRefused;
import org.yinxin.account.SignInRefusal.Suspended;

/** Lets in people whose passkey was checked elsewhere; wrong passwords that others typed do not stand in their way. */
@Service
public class PasskeyAdmission {

    private final Persons persons;
    private final AccountBook book;

    PasskeyAdmission(Persons persons, AccountBook book) {
        this.persons = persons;
        this.book = book;
    }

    /** @throws SignInRefusedException when the account is suspended */
    @Transactional(noRollbackFor = SignInRefusedException.class)
    public AccountPrincipal admit(UUID personId, Origin origin) {
        Person person = persons.findById(personId).orElseThrow(this::refused);
        if (person.status() == PersonStatus.SUSPENDED) {
            book.enter(personId, AccountEventKind.TURNED_AWAY, origin);
            throw new SignInRefusedException(new Suspended());
        }
        book.enter(personId, AccountEventKind.SIGNED_IN_WITH_PASSKEY, origin);
        return person.principal();
    }

    /** What is said of a passkey that opens nothing. */
    public SignInRefusedException refused() {
        return new SignInRefusedException(new PasskeyRefused());
    }
}
