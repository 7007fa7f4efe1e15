package org.yinxin.account.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.site.WayBack;

/**
 * The password once more.
 *
 * @param back where the person was going
 */
record ConfirmationForm(String password, String back) {

    ConfirmationForm(@Nullable String password, @Nullable String back) {
        this.password = Objects.requireNonNullElse(password, "");
        this.back = WayBack.safe(back, "/account");
    }
}
