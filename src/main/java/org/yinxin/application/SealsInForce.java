package org.yinxin.application;

import java.util.Optional;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** What the application needs to know of issued seals; the module that keeps them answers. */
public interface SealsInForce {

    /** Whether the enterprise has a seal of this kind that is neither revoked, replaced nor expired. */
    boolean ofEnterprise(Uscc uscc, SealKind kind);

    /** Whether an e-seal in force stands for this physical seal. */
    boolean ofPhysicalSeal(SealCode physicalSeal);

    /** The seal under this number, while it is in force. */
    Optional<SealInForce> inForce(SealNumber number);
}
