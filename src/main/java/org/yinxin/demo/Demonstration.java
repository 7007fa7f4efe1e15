package org.yinxin.demo;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.account.DemoPeople;
import org.yinxin.account.DemoPeople.DemoSignIn;
import org.yinxin.register.DemoRegisters;
import org.yinxin.site.SiteSettings;

/** Puts the demonstration in at the first start, and says at every start where to go. */
@Component
@Profile("embedded")
class Demonstration {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

    private final SiteSettings settings;
    private final DemoPeople people;
    private final DemoRegisters registers;
    private final DemoStories stories;

    Demonstration(SiteSettings settings, DemoPeople people, DemoRegisters registers, DemoStories stories) {
        this.settings = settings;
        this.people = people;
        this.registers = registers;
        this.stories = stories;
    }

    @EventListener
    void welcome(ApplicationReadyEvent ready) {
        if (!settings.demoData()) {
            return;
        }
        List<DemoSignIn> signIns = people.seed();
        registers.seed();
        StartNotice.print(settings.publicAddress(), signIns);
        Thread.ofVirtual().name("demonstration").start(() -> tell(signIns));
    }

    private void tell(List<DemoSignIn> signIns) {
        try {
            stories.tell(signIns);
        } catch (RuntimeException e) {
            log.warn("The demonstration's stories could not be told to the end; they go on at the next start", e);
        }
    }
}
