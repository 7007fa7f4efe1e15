package org.yinxin.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.application.ApplicationFixtures.content;
import static org.yinxin.application.ApplicationFixtures.draft;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.yinxin.shared.Salt;

class CanonicalContentTest {

    private final SealApplication application = draft();

    @Test
    void theSameContentHasTheSameBytesAndAnyChangeOthers() {
        assertThat(content(application, "a").bytes())
                .isEqualTo(content(application, "a").bytes());
        assertThat(content(application, "b").bytes())
                .isNotEqualTo(content(application, "a").bytes());
    }

    @Test
    void beginsWithItsFormatInFourLengthBytesAndText() {
        ByteBuffer bytes = ByteBuffer.wrap(content(application, "a").bytes());

        byte[] format = new byte[bytes.getInt()];
        bytes.get(format);

        assertThat(new String(format, StandardCharsets.UTF_8)).isEqualTo(SealContent.FORMAT);
    }

    @Test
    void anotherSaltHidesTheSameContentOtherwise() {
        CanonicalContent content = content(application, "a");

        assertThat(content.digest(Salt.random())).isNotEqualTo(content.digest(Salt.random()));
    }
}
