package org.yinxin.sealing.ofd.drawing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class CharStringCostTest {

    private static final byte CALL_GLOBAL = 29;
    private static final byte RETURN = 11;
    private static final byte END = 14;

    @Test
    void aGlyphThatCallsAFewSubroutinesIsFine() {
        byte[][] global = {calls(0, 0)};

        assertThatCode(() -> CharStringCost.check(calls(0, 3), global, null)).doesNotThrowAnyException();
    }

    @Test
    void subroutinesThatMultiplyEachOtherAreStoppedBeforeTheyFillTheMemory() {
        byte[][] global = new byte[9][];
        for (int i = 0; i < 9; i++) {
            global[i] = i == 8 ? calls(0, 0) : calls(i + 1, 100);
        }

        assertThatThrownBy(() -> CharStringCost.check(calls(0, 100), global, null))
                .hasMessageContaining("too many steps");
    }

    @Test
    void aSubroutineThatCallsItselfIsStopped() {
        byte[][] global = {calls(0, 1)};

        assertThatThrownBy(() -> CharStringCost.check(calls(0, 1), global, null))
                .hasMessageContaining("too deeply");
    }

    /** Calls subroutine n so many times; the number is written with the bias of short lists. */
    private static byte[] calls(int subroutine, int times) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            code.write(subroutine - 107 + 139);
            code.write(CALL_GLOBAL);
        }
        code.write(times == 0 ? RETURN : END);
        return code.toByteArray();
    }
}
