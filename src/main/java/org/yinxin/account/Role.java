package org.yinxin.account;

/** What a person is to the platform; each role is also the authority {@code ROLE_} and its name. */
public enum Role {
    /** A natural person, who may come to act for enterprises. */
    CITIZEN,
    /** Reviews and oversees for one bureau. */
    OFFICER,
    /** Manages one bureau's officers, and is one. */
    ADMINISTRATOR,
    /** Takes in evidence at the witness court. */
    CLERK;

    public String authority() {
        return "ROLE_" + name();
    }

    /** Whether people of this role belong to a bureau. */
    public boolean ofBureau() {
        return this == OFFICER || this == ADMINISTRATOR;
    }
}
