package org.yinxin.account.web;

import java.util.Objects;

/** A new officer or administrator. */
record OfficerForm(String name, String staffNumber, String role) {

    OfficerForm {
        name = Objects.requireNonNullElse(name, "");
        staffNumber = Objects.requireNonNullElse(staffNumber, "");
        role = Objects.requireNonNullElse(role, "");
    }
}
