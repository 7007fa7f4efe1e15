package org.yinxin.mandate;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that offers lapsed and periods ended; whoever asks in between is answered by the clock already. */
@Component
class Ageing {

    private final MandateRows rows;
    private final MandateNews news;
    private final Clock clock;

    Ageing(MandateRows rows, MandateNews news, Clock clock) {
        this.rows = rows;
        this.news = news;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT2M")
    @Transactional
    public void age() {
        rows.aged(clock.instant())
                .forEach(mandate -> mandate.age(clock.instant()).ifPresent(step -> news.tell(mandate, step)));
    }
}
