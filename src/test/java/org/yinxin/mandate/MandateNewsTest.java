package org.yinxin.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MandateNewsTest {

    @Test
    void itIsSettledForEveryStepWhoIsTold() {
        assertThat(MandateNews.READERS).containsOnlyKeys(MandateStep.values());
    }

    @Test
    void whateverTheChainRefusesOrEndsBothSidesHearOf() {
        assertThat(Set.of(MandateStep.RECORD, MandateStep.REFUSE, MandateStep.WITHDRAW, MandateStep.FALL))
                .allSatisfy(step -> assertThat(MandateNews.READERS.get(step))
                        .containsExactlyInAnyOrder(MandateNews.Reader.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandate.properties", "mandate_zh_CN.properties"})
    void eachReaderHasWordsForWhatTheyAreToldAndNoOthersAreThere(String file) throws IOException {
        Set<String> wanted = MandateNews.READERS.entrySet().stream()
                .flatMap(told -> told.getValue().stream().map(reader -> MandateNews.key(reader, told.getKey())))
                .collect(Collectors.toSet());

        assertThat(messages(file).stringPropertyNames().stream().filter(key -> key.startsWith("mandate.news.")))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static Properties messages(String file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", file))) {
            messages.load(reader);
        }
        return messages;
    }
}
