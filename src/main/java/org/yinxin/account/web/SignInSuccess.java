package org.yinxin.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Confirmations;
import org.yinxin.account.Origin;
import org.yinxin.account.OwnAccount;
import org.yinxin.account.SessionTrace;

/** Leads people who came in to where they wanted to go, else to where their work begins, in their language. */
@Component
class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    private final OwnAccount account;
    private final Confirmations confirmations;
    private final LocaleResolver locales;
    private final Clock clock;

    SignInSuccess(OwnAccount account, Confirmations confirmations, LocaleResolver locales, Clock clock) {
        this.account = account;
        this.confirmations = confirmations;
        this.locales = locales;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        AccountPrincipal person = person(authentication);
        HttpSession session = request.getSession();
        session.setAttribute(SessionTrace.ATTRIBUTE, new SessionTrace(clock.instant(), Origin.of(request)));
        confirmations.confirmed(request, person.personId());
        account.language(person.personId()).ifPresent(language -> locales.setLocale(request, response, language));
        if (account.mustChoosePassword(person.personId())) {
            session.setAttribute(SessionRules.MUST_CHOOSE_PASSWORD, true);
            getRedirectStrategy().sendRedirect(request, response, SessionRules.PASSWORD_PAGE);
            return;
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        return home(person(authentication));
    }

    static String home(AccountPrincipal person) {
        return switch (person.role()) {
            case CITIZEN -> "/applications";
            case OFFICER -> "/office/reviews";
            case ADMINISTRATOR -> "/office/administration/officers";
            case CLERK -> "/court/uses";
        };
    }

    private static AccountPrincipal person(@Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof AccountPrincipal person) {
            return person;
        }
        throw new IllegalStateException("Somebody signed in who has no account");
    }
}
