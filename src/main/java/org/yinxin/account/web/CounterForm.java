package org.yinxin.account.web;

import java.util.Objects;

/** What an officer reads off a card and hears from its bearer. */
record CounterForm(String phone, String nationalId, boolean seen) {

    CounterForm {
        phone = Objects.requireNonNullElse(phone, "");
        nationalId = Objects.requireNonNullElse(nationalId, "");
    }
}
