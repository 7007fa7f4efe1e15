package org.yinxin.authority.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.KeyMethod;
import org.yinxin.site.WayBack;

/**
 * A key that a browser or an authenticator has just made.
 *
 * @param label what to call it; empty for a name after the browser
 * @param answer what {@code signing.js} brought, as JSON
 * @param back where the person came from
 */
record EnrolmentForm(String label, KeyMethod method, String answer, String back) {

    EnrolmentForm(@Nullable String label, @Nullable KeyMethod method, @Nullable String answer, @Nullable String back) {
        this.label = Objects.requireNonNullElse(label, "");
        this.method = Objects.requireNonNullElse(method, KeyMethod.PASSKEY);
        this.answer = Objects.requireNonNullElse(answer, "");
        this.back = WayBack.safe(back, KeysController.PATH);
    }

    /** The page on which the key is made. */
    String address() {
        return EnrolmentController.PATH + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
