package org.yinxin.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.yinxin.account.SignInRefusal;
import org.yinxin.account.SignInRefusedException;

/** Shows the sign-in page again with the reason. */
@Component
class SignInFailure implements AuthenticationFailureHandler {

    static final String REFUSAL = "signInRefusal";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        SignInRefusal refusal =
                exception instanceof SignInRefusedException refused ? refused.refusal() : new SignInRefusal.Wrong();
        request.setAttribute(REFUSAL, refusal);
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }
}
