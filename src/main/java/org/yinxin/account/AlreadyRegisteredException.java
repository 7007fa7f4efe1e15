package org.yinxin.account;

/** Somebody has an account with this national id number or this sign-in name; whose is not said. */
public class AlreadyRegisteredException extends RuntimeException {

    AlreadyRegisteredException() {
        super("There is an account with these details already");
    }
}
