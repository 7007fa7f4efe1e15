package org.yinxin.ledger;

import org.yinxin.shared.Bureau;

/** Whoever has an account of its own on the chain. The order is the contract's. */
public enum Party {
    MARKET_SUPERVISION,
    PUBLIC_SECURITY,
    DATA_ADMINISTRATION,
    COURT,
    PLATFORM;

    public static Party of(Bureau bureau) {
        return switch (bureau) {
            case MARKET_SUPERVISION -> MARKET_SUPERVISION;
            case PUBLIC_SECURITY -> PUBLIC_SECURITY;
            case DATA_ADMINISTRATION -> DATA_ADMINISTRATION;
        };
    }
}
