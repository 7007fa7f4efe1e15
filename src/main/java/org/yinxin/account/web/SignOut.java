package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.yinxin.account.AccountBook;
import org.yinxin.account.AccountEventKind;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Origin;

/** Enters a sign-out in the account's history. */
@Component
class SignOut implements LogoutHandler {

    private final AccountBook book;

    SignOut(AccountBook book) {
        this.book = book;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof AccountPrincipal person) {
            book.enter(person.personId(), AccountEventKind.SIGNED_OUT, Origin.of(request));
        }
    }
}
