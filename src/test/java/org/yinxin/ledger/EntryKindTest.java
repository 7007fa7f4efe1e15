package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.ledger.web3j.contract.SealLedger;

class EntryKindTest {

    @ParameterizedTest
    @EnumSource
    void whatRecordsItIsAnEventOfTheContract(EntryKind kind) {
        assertThat(Arrays.stream(SealLedger.class.getFields()).map(Field::getName))
                .contains(kind.event().toUpperCase(Locale.ROOT) + "_EVENT");
    }
}
