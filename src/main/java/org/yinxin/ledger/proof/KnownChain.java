package org.yinxin.ledger.proof;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one must know of a chain to check its proofs.
 *
 * @param validators who signs its blocks, each for some blocks or for all; empty for a chain without validators, the
 *     embedded one
 */
public record KnownChain(long chainId, List<KnownValidator> validators) {

    public KnownChain {
        validators = List.copyOf(validators);
    }

    /** @param validators as {@link KnownValidator#parse} reads them */
    public static KnownChain of(long chainId, Collection<String> validators) {
        return new KnownChain(
                chainId, validators.stream().map(KnownValidator::parse).toList());
    }

    /** Whether anybody signs its blocks. */
    public boolean signed() {
        return !validators.isEmpty();
    }

    /** The addresses of all who are validators for this block. */
    public Set<String> validatorsAt(long block) {
        return validators.stream()
                .filter(validator -> validator.at(block))
                .map(KnownValidator::address)
                .collect(Collectors.toSet());
    }

    /** How many of these validators must have signed a block: two thirds, rounded up (EEA QBFT specification). */
    static int quorum(int validators) {
        return (2 * validators + 2) / 3;
    }
}
