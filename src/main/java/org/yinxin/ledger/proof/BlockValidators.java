package org.yinxin.ledger.proof;

import java.util.Set;
import java.util.stream.Collectors;

/** The validators that a QBFT block names itself (EEA QBFT specification), which proves nothing as long as nobody knows them. */
public final class BlockValidators {

    private BlockValidators() {}

    /**
     * @param extraData the header's field
     * @throws ProofRefusedException when it is not QBFT's
     */
    public static Set<String> named(byte[] extraData) {
        return QbftExtraData.decode(extraData).validators().stream()
                .map(Hex::of)
                .collect(Collectors.toSet());
    }
}
