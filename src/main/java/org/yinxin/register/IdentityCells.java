package org.yinxin.register;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.account.NationalIdDigests;
import org.yinxin.shared.Digest;
import org.yinxin.shared.NationalId;

/** Turns identity numbers into digests the moment they arrive, so that no number is ever written down. */
@Component
public class IdentityCells {

    private static final String SEALED = "digest:";

    private final NationalIdDigests digests;

    IdentityCells(NationalIdDigests digests) {
        this.digests = digests;
    }

    /** What may be kept of a typed number: its digest, or, when it is not one, its masked form. */
    public String seal(String typed) {
        return NationalId.parse(typed)
                .map(number -> SEALED + digests.digest(number).hex())
                .orElseGet(() -> masked(typed.strip()));
    }

    /** The cell of a digest that is known already. */
    public static String of(Digest digest) {
        return SEALED + digest.hex();
    }

    /** The digest in a cell made by {@link #seal}; empty when the number was not valid. */
    static Optional<Digest> open(String cell) {
        return cell.startsWith(SEALED)
                ? Optional.of(Digest.fromHex(cell.substring(SEALED.length())))
                : Optional.empty();
    }

    /** Whether the cell holds a valid number's digest. */
    public static boolean isSealed(String cell) {
        return cell.startsWith(SEALED);
    }

    private static String masked(String typed) {
        int shown = typed.length() < 8 ? 0 : 2;
        return typed.substring(0, shown)
                + "*".repeat(Math.min(typed.length() - 2 * shown, 20))
                + typed.substring(typed.length() - shown);
    }
}
