package org.yinxin.account;

/** Something asks for the person's password or passkey once more before it is done; nothing has changed. */
public class NotConfirmedException extends RuntimeException {

    private final String back;

    NotConfirmedException(String back) {
        super("Not confirmed of late, on the way to " + back);
        this.back = back;
    }

    /** The page to go on with afterwards. */
    public String back() {
        return back;
    }
}
