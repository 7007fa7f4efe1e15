package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.shared.Bureau;

class EntryPayloadTest {

    static Stream<LedgerEntry> entries() {
        Story story = new Story();
        return Stream.of(
                story.approval(Bureau.PUBLIC_SECURITY),
                story.issue(),
                story.activation(),
                story.move(Party.PUBLIC_SECURITY, LedgerEntry.Action.SUSPEND),
                story.use());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void readsWhatItWrote(LedgerEntry entry) {
        assertThat(EntryPayload.read(entry.kind(), EntryPayload.write(entry))).isEqualTo(entry);
    }

    @Test
    void keepsTheFieldsInTheContractsOrder() {
        Map<String, String> fields = new LinkedHashMap<>();
        List.of("seal", "number", "authorised", "head").forEach(name -> fields.put(name, name + "!"));
        assertThat(EntryPayload.readFields(EntryPayload.writeFields(fields)).keySet())
                .containsExactly("seal", "number", "authorised", "head");
    }
}
