package org.yinxin.ledger.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

class KindTreeTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8})
    void everyLeafLeadsToTheRoot(int kinds) {
        Salt salt = Salt.random();
        List<Digest> leaves = IntStream.range(0, kinds)
                .mapToObj(kind -> KindTree.leaf(salt, "KIND_" + kind))
                .toList();
        KindTree tree = KindTree.of(leaves);
        assertThat(leaves)
                .allSatisfy(leaf -> assertThat(climb(leaf, tree.proof(leaf))).isEqualTo(tree.root()));
    }

    @Test
    void aStrangeLeafHasNoPath() {
        KindTree tree = KindTree.of(List.of(Digest.random(), Digest.random()));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.proof(Digest.random()));
        assertThatIllegalArgumentException().isThrownBy(() -> KindTree.of(List.of()));
    }

    private static Digest climb(Digest leaf, List<Digest> proof) {
        byte[] here = AbiWords.keccak(leaf.bytes()).bytes();
        for (Digest beside : proof) {
            byte[] other = beside.bytes();
            here = Arrays.compareUnsigned(here, other) <= 0
                    ? AbiWords.keccak(here, other).bytes()
                    : AbiWords.keccak(other, here).bytes();
        }
        return Digest.of(here);
    }
}
