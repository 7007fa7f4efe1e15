package org.yinxin.ledger.proof.book;

import java.util.regex.Pattern;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.MarkKind;

/** How the contract's values stand in a statement, and as words of 32 bytes. */
enum AbiType {
    BYTES32(Pattern.compile("0x[0-9a-f]{64}")),
    UINT(Pattern.compile("0|[1-9]\\d{0,17}")),
    MARK(Pattern.compile("VOID|DISPUTE")),
    PARTY(Pattern.compile("MARKET_SUPERVISION|PUBLIC_SECURITY|DATA_ADMINISTRATION|COURT|PLATFORM"));

    private final Pattern form;

    AbiType(Pattern form) {
        this.form = form;
    }

    boolean reads(String value) {
        return form.matcher(value).matches();
    }

    /** The number that stands for it in the contract; digests have none. */
    long number(String value) {
        return switch (this) {
            case UINT -> Long.parseLong(value);
            case MARK -> MarkKind.valueOf(value).ordinal();
            case PARTY -> Party.valueOf(value).ordinal();
            case BYTES32 -> throw new IllegalArgumentException("A digest is no number");
        };
    }
}
