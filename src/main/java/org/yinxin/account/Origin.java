package org.yinxin.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/** Where a request came from, as far as it is kept: the browser's family and a shortened network address. */
public record Origin(String browser, String address) implements Serializable {

    /** For what the platform itself did, such as creating a first administrator. */
    static final Origin PLATFORM = new Origin("", "");

    public static Origin of(HttpServletRequest request) {
        return new Origin(
                BrowserFamily.of(request.getHeader("User-Agent")), NetworkAddress.shortened(request.getRemoteAddr()));
    }
}
