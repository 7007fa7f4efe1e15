package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UseEndingTest {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages/stamping");

    @ParameterizedTest
    @CsvSource({
        "SealNotActive, SEAL_NOT_ACTIVE",
        "SealNotYetValid, SEAL_NOT_YET_VALID",
        "MandateOfAnotherSeal, MANDATE_OF_ANOTHER_SEAL",
        "MandateExhausted, MANDATE_EXHAUSTED",
        "KindNotAllowed, KIND_NOT_ALLOWED",
        "AuthorisationExpired, AUTHORISATION_EXPIRED",
        "SignatureInvalid, SIGNATURE_INVALID",
        "refused-by-sealing, REFUSED_BY_SEALING",
        "interrupted, INTERRUPTED",
        "Refusal42, OTHER"
    })
    void theContractsNamesAndOursAreUnderstood(String refusal, UseEnding ending) {
        assertThat(UseEnding.of(refusal)).isEqualTo(ending);
    }

    @Test
    void noReasonIsSomeOther() {
        assertThat(UseEnding.of(null)).isEqualTo(UseEnding.OTHER);
    }

    @ParameterizedTest
    @EnumSource
    void eachTellsWhatBecameOfTheDocument(UseEnding ending) {
        assertThat(ENGLISH.getString(ending.key())).contains("kept");
    }

    @Test
    void eachRefusalOfASignatureSaysWhatToDo() {
        for (AuthorisationRefusal refusal : AuthorisationRefusal.values()) {
            assertThat(List.of(ENGLISH.getString(refusal.key() + ".title"), ENGLISH.getString(refusal.key() + ".text")))
                    .allSatisfy(words -> assertThat(words).isNotBlank());
        }
        for (Preparation.Lack lack : Preparation.Lack.values()) {
            assertThat(ENGLISH.getString(lack.key())).contains("kept");
        }
    }
}
