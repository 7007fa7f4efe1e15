package org.yinxin.sealing.ofd.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.sealing.ofd.OfdRefusedException;

class DocBodyTest {

    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void theListIsEnteredAtTheEndOfTheBodyInItsOwnPrefix() {
        assertThat(entered("<x:OFD><x:DocBody a='>/'><x:DocRoot>甲</x:DocRoot></x:DocBody></x:OFD>"))
                .isEqualTo("<x:OFD><x:DocBody a='>/'><x:DocRoot>甲</x:DocRoot><x:Signatures>/S.xml</x:Signatures>"
                        + "</x:DocBody></x:OFD>");
        assertThat(entered("<OFD><DocBody><DocRoot/></DocBody\n></OFD>"))
                .isEqualTo("<OFD><DocBody><DocRoot/><Signatures>/S.xml</Signatures></DocBody\n></OFD>");
    }

    @Test
    void whatOnlyLooksLikeTheEndOfTheBodyIsNot() {
        String before = "<?xml version='1.0'?><!-- </o:DocBody> --><o:OFD><o:DocBody><y:DocBody q=\"</o:DocBody>\">"
                + "<![CDATA[</o:DocBody>]]></y:DocBody>";

        assertThat(entered(before + "</o:DocBody><o:DocBody></o:DocBody></o:OFD>"))
                .isEqualTo(before + "<o:Signatures>/S.xml</o:Signatures></o:DocBody><o:DocBody></o:DocBody></o:OFD>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<OFD></OFD>", "<OFD><DocBody", "<OFD><!-- ", "<OFD><DocBody/></OFD>"})
    void withoutABodyThereIsNothingToEnterInto(String xml) {
        assertThatThrownBy(() -> entered(xml)).isInstanceOf(OfdRefusedException.class);
    }

    private static String entered(String xml) {
        return new String(DocBody.withSignatures(xml.getBytes(GBK), "/S.xml"), GBK);
    }
}
