package org.yinxin.imprint;

import org.jspecify.annotations.Nullable;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/**
 * What an imprint shows.
 *
 * @param name the owner's registered name
 * @param code of the filing
 * @param taxpayer on an invoice seal the taxpayer's number, which is the unified social credit code
 * @param secondName the owner's name in another language, where the seal shows both
 * @param foreignInvested whether the owner's seal is the ellipse of foreign-invested enterprises
 */
public record ImprintSpec(
        SealKind kind,
        String name,
        SealCode code,
        @Nullable Uscc taxpayer,
        @Nullable String secondName,
        boolean foreignInvested) {

    private static final int MOST_CHINESE = 60;
    private static final int MOST_OTHER = 90;

    public ImprintSpec {
        name = name.strip();
        secondName = secondName == null || secondName.isBlank() ? null : secondName.strip();
        check(name, 2);
        if (secondName != null) {
            check(secondName, 1);
        }
    }

    public ImprintSpec(SealKind kind, String name, SealCode code, @Nullable Uscc taxpayer) {
        this(kind, name, code, taxpayer, null, false);
    }

    public ImprintSpec(SealKind kind, String name, SealCode code) {
        this(kind, name, code, null);
    }

    /** A company limited by shares says so in its registered name, as the Company Law asks. */
    boolean limitedByShares() {
        return limitedByShares(name);
    }

    static boolean limitedByShares(String name) {
        return name.strip().endsWith("股份有限公司");
    }

    private static void check(String name, int least) {
        int characters = name.codePointCount(0, name.length());
        if (characters < least || characters > (Typesetter.even(name) ? MOST_CHINESE : MOST_OTHER)) {
            throw new NameDoesNotFitException(name);
        }
    }
}
