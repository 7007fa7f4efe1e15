package org.yinxin.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.authority.EnrolmentChallenge;
import org.yinxin.authority.KeyMethod;

/** The challenge that a session was given last for a browser's and for a machine's key. */
@Component
class OpenChallenges {

    void put(HttpServletRequest request, KeyMethod method, EnrolmentChallenge challenge) {
        request.getSession().setAttribute(name(method), challenge);
    }

    @Nullable
    EnrolmentChallenge look(HttpServletRequest request, KeyMethod method) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (EnrolmentChallenge) session.getAttribute(name(method));
    }

    /** Gives it away: nobody is answered twice to one challenge. */
    @Nullable
    EnrolmentChallenge take(HttpServletRequest request, KeyMethod method) {
        EnrolmentChallenge challenge = look(request, method);
        if (challenge != null) {
            request.getSession().removeAttribute(name(method));
        }
        return challenge;
    }

    private static String name(KeyMethod method) {
        return "key-challenge-" + method;
    }
}
