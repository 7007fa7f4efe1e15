package org.yinxin.account;

import jakarta.servlet.http.HttpServletRequest;

/** Where somebody tries to sign in from; the address counts attempts and is not kept with the session. */
public record SignInAttempt(Origin origin, String address) {

    public static SignInAttempt of(HttpServletRequest request) {
        return new SignInAttempt(Origin.of(request), NetworkAddress.countedBy(request.getRemoteAddr()));
    }
}
