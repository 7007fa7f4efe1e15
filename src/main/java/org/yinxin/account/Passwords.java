package org.yinxin.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id (RFC 9106): 32 MiB, three passes, one lane, 16 bytes of salt. Each hash names its own
 * parameters, so they can be raised later.
 */
@Component
class Passwords implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 32 * 1024;
    private static final int PASSES = 3;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    // A flood of sign-ins waits in line; it neither fills the memory nor starves the other pages.
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final String nobodys = encode("nobody signs in with this");

    @Override
    public String encode(@Nullable CharSequence typed) {
        return inLine(() -> argon2.encode(PasswordPolicy.normalised(String.valueOf(typed))));
    }

    @Override
    public boolean matches(@Nullable CharSequence typed, @Nullable String hash) {
        String normalised = PasswordPolicy.normalised(typed == null ? "" : typed.toString());
        return inLine(() -> argon2.matches(normalised, hash));
    }

    /** Takes as long as {@link #matches} and says no: an unknown name answers no sooner than a known one. */
    boolean matchesNobody(CharSequence typed) {
        matches(typed, nobodys);
        return false;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private <T> T inLine(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
