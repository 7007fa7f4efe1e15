package org.yinxin.journey;

import org.yinxin.shared.NationalId;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;

/**
 * Somebody with a telephone and an identity card, and the enterprise that is theirs or that they would like to be
 * theirs.
 */
record Citizen(String name, NationalId nationalId, String phone, Uscc uscc, String enterprise, SealCode physicalSeal) {

    static final String PASSWORD = "a quiet river in autumn";
}
