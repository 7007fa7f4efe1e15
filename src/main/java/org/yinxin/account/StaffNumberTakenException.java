package org.yinxin.account;

/** Somebody has this staff number already, in this bureau or another. */
public class StaffNumberTakenException extends RuntimeException {

    StaffNumberTakenException(StaffNumber staffNumber) {
        super("Staff number " + staffNumber + " is taken");
    }
}
