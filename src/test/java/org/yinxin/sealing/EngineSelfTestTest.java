package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;

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

    @Test
    void changedDocumentsOfEitherKindDoNotPass() {
        DocumentDesk desk = new DocumentDesk(new SealingSettings(Duration.ofDays(30), 1));
        EngineSelfTest test = new EngineSelfTest(desk, events::add);
        byte[] pdf = EngineSelfTest.document("/sealing/self-test.pdf");
        pdf[pdf.length / 4] ^= 1;
        assertThat(test.seesPdf(pdf)).isFalse();
        assertThat(desk.secondOpinion(pdf)).isZero();
        OfdPackage ofd = OfdPackage.read(EngineSelfTest.document("/sealing/self-test.ofd"), OfdLimits.standard());
        byte[] changed = ofd.with(Map.of("Doc_0/Pages/Page_0/Content.xml", OfdFiles.xml("<ofd:Page xmlns:ofd=\"x\"/>")))
                .write();
        assertThat(test.seesOfd(changed)).isFalse();
    }
}
