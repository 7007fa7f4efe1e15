package org.yinxin.register.web;

import org.springframework.security.access.AccessDeniedException;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.register.RegisterKind;

/** Who may change which register: the officers of the bureau that owns it; those of the others read. */
final class RegisterAccess {

    private RegisterAccess() {}

    static boolean mayChange(AccountPrincipal person, RegisterKind register) {
        return person.role().ofBureau() && person.bureau() == register.owner();
    }

    /** @throws AccessDeniedException when the person may only read */
    static void requireChange(AccountPrincipal person, RegisterKind register) {
        if (!mayChange(person, register)) {
            throw new AccessDeniedException("The register of " + register + " is kept by " + register.owner());
        }
    }
}
