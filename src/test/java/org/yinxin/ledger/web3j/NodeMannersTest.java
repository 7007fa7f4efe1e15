package org.yinxin.ledger.web3j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.ledger.Rejection;

/** The words of Besu, geth and anvil, as they say them. */
class NodeMannersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Known transaction", "already known", "[0xab…] Already imported", "transaction already imported"
            })
    void aTransactionThatTheNodeHasIsNoTrouble(String said) {
        assertThat(NodeManners.rejection(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nonce too low|NONCE_USED",
                "nonce too low: next nonce 82, tx nonce 81|NONCE_USED",
                "Transaction nonce is too distant from current sender nonce|NONCE_DISTANT",
                "Nonce too high|NONCE_DISTANT",
                "An invalid transaction with a lower nonce exists|NONCE_DISTANT",
                "Replacement transaction underpriced|NONCE_CONTESTED",
                "replacement transaction underpriced|NONCE_CONTESTED",
                "future transaction tries to replace pending|NONCE_CONTESTED",
                "transaction underpriced|UNDERPRICED",
                "Gas price below configured minimum gas price|UNDERPRICED",
                "Gas price below current base fee|UNDERPRICED",
                "max fee per gas less than block base fee|UNDERPRICED",
                "Transaction gas limit exceeds block gas limit|TOO_MUCH_GAS",
                "exceeds block gas limit|TOO_MUCH_GAS",
                "transaction gas limit too high (cap: 16777216, tx: 20000000)|TOO_MUCH_GAS",
                "intrinsic gas too high -- CallGasCostMoreThanGasLimit|TOO_MUCH_GAS",
                "Sender account not authorized to send transactions|NOT_PERMITTED",
                "txpool is full|NOT_READY",
                "Initial sync is still in progress|NOT_READY",
                "Internal error|OTHER"
            })
    void everyOtherAnswerNamesWhatFollows(String said, Rejection rejection) {
        assertThat(NodeManners.rejection(said)).contains(rejection);
    }

    @Test
    void anAnswerWithoutWordsIsNotTakenForSuccess() {
        assertThat(NodeManners.rejection("null")).contains(Rejection.OTHER);
    }
}
