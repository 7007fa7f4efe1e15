package org.yinxin.journey;

import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** The authenticator of the device at which a journey sits: keeps passkeys, and finds its owner whenever it looks. */
final class VirtualPasskey {

    private final VirtualAuthenticator authenticator;

    private VirtualPasskey(VirtualAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    static VirtualPasskey on(Browser browser) {
        return new VirtualPasskey(browser.authenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true)));
    }

    /** From now on somebody else's finger is on it. */
    void isTouchedByAStranger() {
        authenticator.setUserVerified(false);
    }

    void isTouchedByItsOwner() {
        authenticator.setUserVerified(true);
    }

    /** All passkeys are gone, as with another device. */
    void isAnotherDevice() {
        authenticator.removeAllCredentials();
    }

    int passkeys() {
        return authenticator.getCredentials().size();
    }
}
