package org.yinxin.register.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileEncodingTest {

    private static final String TEXT = "统一社会信用代码,企业名称\n91330106MA2ABCDE01,杭州䶮软件有限公司\n";

    @Test
    void utf8IsRecognisedWithAndWithoutAByteOrderMark() {
        byte[] plain = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);

        assertThat(FileEncoding.detect(plain)).contains(FileEncoding.UTF_8);
        assertThat(FileEncoding.detect(marked)).contains(FileEncoding.UTF_8);
        assertThat(FileEncoding.UTF_8.decode(plain)).contains(TEXT);
        assertThat(FileEncoding.UTF_8.decode(marked)).contains(TEXT);
    }

    @Test
    void gb18030IsRecognisedWithItsFourByteCharacters() {
        byte[] file = TEXT.getBytes(FileEncoding.GB18030.charset());

        assertThat(FileEncoding.detect(file)).contains(FileEncoding.GB18030);
        assertThat(FileEncoding.GB18030.decode(file)).contains(TEXT);
    }

    @Test
    void whatIsNeitherIsNotGuessedAt() {
        assertThat(FileEncoding.detect(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFF, 0x20}))
                .isEmpty();
    }

    @Test
    void aFileIsNotForcedIntoAnEncodingThatDoesNotFit() {
        assertThat(FileEncoding.UTF_8.decode(TEXT.getBytes(FileEncoding.GB18030.charset())))
                .isEmpty();
    }
}
