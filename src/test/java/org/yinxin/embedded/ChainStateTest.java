package org.yinxin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State files as anvil leaves them when it is killed. */
class ChainStateTest {

    private static final String STATE = """
            {"block": {"number": "0x2"}, "accounts": {
               "0xaa": {"nonce": 2, "balance": "0x0", "code": "0x", "storage": {}},
               "0xcc": {"nonce": 1, "balance": "0x0", "code": "0x6001", "storage": {"0x0": "0x1"}}},
             "best_block_number": 2, "blocks": [{"header": {}}],
             "transactions": [{"info": {"from": "0xaa"}}, {"info": {"from": "0xaa"}}], "historical_states": null}""";

    @TempDir
    Path folder;

    private ChainState state;

    @BeforeEach
    void keepAGoodCopy() throws IOException {
        state = new ChainState(folder);
        Files.writeString(state.file(), STATE);
        state.prepare();
        state.keepCopy();
    }

    @Test
    void aWholeStateStays() throws IOException {
        state.prepare();
        assertThat(folder.resolve("state.broken.json")).doesNotExist();
        assertThat(state.file()).content().isEqualTo(STATE);
    }

    @Test
    void accountsThatHaveSeenABlockWhichTheFileLacksGiveWayToTheCopy() throws IOException {
        Files.writeString(state.file(), STATE.replace("\"nonce\": 2", "\"nonce\": 3"));
        state.prepare();
        assertThat(folder.resolve("state.broken.json")).exists();
        assertThat(state.file()).content().isEqualTo(STATE);
    }

    @Test
    void suchAStateIsNotKeptAsACopyEither() throws IOException {
        Files.writeString(state.file(), STATE.replace("\"nonce\": 2", "\"nonce\": 3"));
        state.keepCopy();
        Files.delete(state.file());
        Files.writeString(state.file(), "{");
        state.prepare();
        assertThat(state.file()).content().isEqualTo(STATE);
    }

    @Test
    void halfAFileGivesWayToTheCopy() throws IOException {
        Files.writeString(state.file(), STATE.substring(0, STATE.indexOf("\"0xcc\"")));
        state.prepare();
        assertThat(state.file()).content().isEqualTo(STATE);
    }

    @Test
    void aTornFileThatEndsLikeAWholeOneGivesWayToo() throws IOException {
        Files.writeString(state.file(), STATE.substring(0, STATE.indexOf("\"storage\"")) + "}");
        state.prepare();
        assertThat(state.file()).content().isEqualTo(STATE);
    }
}
