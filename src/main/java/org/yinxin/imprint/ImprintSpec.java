package org.yinxin.imprint;

import org.jspecify.annotations.Nullable;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/**
 * What an imprint shows: the owner's registered name, the code of the filing and, on an invoice seal, the taxpayer's
 * number (which is the unified social credit code).
 */
public record ImprintSpec(
        SealKind kind, String name, SealCode code, @Nullable Uscc taxpayer) {

    public ImprintSpec {
        name = name.strip();
        int characters = name.codePointCount(0, name.length());
        if (characters < 2 || characters > 44) {
            throw new NameDoesNotFitException(name);
        }
    }

    public ImprintSpec(SealKind kind, String name, SealCode code) {
        this(kind, name, code, null);
    }

    /** A company limited by shares says so in its registered name, as the Company Law asks. */
    boolean limitedByShares() {
        return name.endsWith("股份有限公司");
    }
}
