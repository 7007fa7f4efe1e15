package org.yinxin.ledger.proof;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one must know of a chain to check its proofs.
 *
 * @param validators the addresses of all validators, 0x and 40 digits in lower case; empty for a chain without validators,
 *     the embedded one
 */
public record KnownChain(long chainId, Set<String> validators) {

    public KnownChain {
        validators = Set.copyOf(validators);
    }

    public static KnownChain of(long chainId, Collection<String> validators) {
        return new KnownChain(
                chainId,
                validators.stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    /** How many validators must have signed a block: two thirds, rounded up (EEA QBFT specification). */
    public int quorum() {
        return (2 * validators.size() + 2) / 3;
    }
}
