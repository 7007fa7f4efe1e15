package org.yinxin.account;

import java.time.Instant;

/** Why somebody is not let in; all but suspension and expiry are the same whether or not the name is anybody's. */
public sealed interface SignInRefusal {

    /** Nobody has this name, or it is not their password. */
    record Wrong() implements SignInRefusal {}

    /** Too many failures: not before the given time. */
    record Paused(Instant until) implements SignInRefusal {}

    /** Far too many failures: not before somebody at a counter, or the bureau's administrator, has helped. */
    record Closed() implements SignInRefusal {}

    /** The password is right, but the administrator has suspended the account. */
    record Suspended() implements SignInRefusal {}

    /** The password is right, but it was for one use and waited too long. */
    record OneTimePasswordExpired() implements SignInRefusal {}

    /** The passkey is not known here, was removed, or did not answer what it was asked. */
    record PasskeyRefused() implements SignInRefusal {}
}
