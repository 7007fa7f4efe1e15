package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineSelfTestTest {

    private final List<Object> events = new ArrayList<>();

    @Test
    void theLibrariesSeeTheSignatureThatIsThere() {
        EngineSelfTest test =
                new EngineSelfTest(new DocumentDesk(new SealingSettings(Duration.ofDays(30), 1)), events::add);
        assertThat(test.passes()).isTrue();
        test.afterTheStart();
        assertThat(events).isEmpty();
    }
}
