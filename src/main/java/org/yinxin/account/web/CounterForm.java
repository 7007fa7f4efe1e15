package org.yinxin.account.web;

import java.util.Objects;

/** What an officer reads off a card and hears from its bearer. */
record CounterForm(String phone, String nationalId, Boolean seen) {

    CounterForm {
        phone = Objects.requireNonNullElse(phone, "");
        nationalId = Objects.requireNonNullElse(nationalId, "");
        seen = Objects.requireNonNullElse(seen, false);
    }
}
