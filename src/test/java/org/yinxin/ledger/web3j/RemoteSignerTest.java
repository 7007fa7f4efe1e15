package org.yinxin.ledger.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.CouldNotSignException;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.SigningWay;

/** A signer over HTTP that signs, one that cannot, and many that lie. */
class RemoteSignerTest {

    private static final long CHAIN = 20_200_714;
    private static final Credentials KEY = Credentials.create("20200713".repeat(8));
    private static final Credentials OTHER_KEY = Credentials.create("20200714".repeat(8));
    private static final String TO = "0x00000000000000000000000000000000000000aa";
    private static final RawTransaction CALL = FreeTransactions.call(7, TO, new Calls.Call("0xdeadbeef", 300_000));

    private final SignerStandIn standIn = new SignerStandIn(CHAIN, KEY);
    private final RemoteSigner signer = signer(KEY.getAddress());

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void itSignsAsAKeyAtHandWould() {
        assertThat(signer.sign(CALL, CHAIN)).isEqualTo(new KeySigner(KEY).sign(CALL, CHAIN));
        assertThat(signer.way()).isEqualTo(SigningWay.REMOTE);
        assertThat(standIn.asked.getFirst().path("params").path(0).toString())
                .isEqualTo(("{\"from\":\"%s\",\"to\":\"%s\",\"gas\":\"0x493e0\",\"gasPrice\":\"0x0\",\"value\":\"0x0\","
                                + "\"nonce\":\"0x7\",\"data\":\"0xdeadbeef\"}")
                        .formatted(KEY.getAddress(), TO));
    }

    @Test
    void aContractsCreationGoesToNobody() {
        RawTransaction creation = FreeTransactions.creation(0, new Calls.Call("6001600101", 8_000_000));

        assertThat(signer.sign(creation, CHAIN)).isEqualTo(new KeySigner(KEY).sign(creation, CHAIN));
        assertThat(standIn.asked.getFirst().path("params").path(0).has("to")).isFalse();
    }

    @Test
    void anAccountThatItHasNoKeyOfIsItsRefusal() {
        assertThatThrownBy(() -> signer(OTHER_KEY.getAddress()).sign(CALL, CHAIN))
                .isInstanceOfSatisfying(
                        CouldNotSignException.class, e -> assertThat(e.party()).isEqualTo(Party.COURT))
                .hasMessageContaining("refuses: From account is not an unlocked account");
    }

    @Test
    void anOutageIsSaidAndOver() {
        standIn.down = true;
        assertThatThrownBy(() -> signer.sign(CALL, CHAIN))
                .isInstanceOf(CouldNotSignException.class)
                .hasMessageContaining("does not answer");
        standIn.down = false;
        standIn.hangs = true;
        assertThatThrownBy(() -> signer.sign(CALL, CHAIN))
                .isInstanceOf(CouldNotSignException.class)
                .hasMessageContaining("does not answer");
        standIn.hangs = false;

        assertThat(signer.sign(CALL, CHAIN)).isNotEmpty();
    }

    static Stream<Arguments> otherTransactions() {
        return Stream.of(
                Arguments.of("nonce", other(8, 0, 300_000, TO, 0, "0xdeadbeef")),
                Arguments.of("gas price", other(7, 1, 300_000, TO, 0, "0xdeadbeef")),
                Arguments.of("gas limit", other(7, 0, 300_001, TO, 0, "0xdeadbeef")),
                Arguments.of("recipient", other(7, 0, 300_000, TO.replace("aa", "ab"), 0, "0xdeadbeef")),
                Arguments.of("recipient", other(7, 0, 300_000, "", 0, "0xdeadbeef")),
                Arguments.of("value", other(7, 0, 300_000, TO, 1, "0xdeadbeef")),
                Arguments.of("data", other(7, 0, 300_000, TO, 0, "0xdeadbeee")),
                Arguments.of("data", other(7, 0, 300_000, TO, 0, "")),
                Arguments.of(
                        "type",
                        RawTransaction.createTransaction(
                                CHAIN,
                                BigInteger.valueOf(7),
                                BigInteger.valueOf(300_000),
                                TO,
                                BigInteger.ZERO,
                                "0xdeadbeef",
                                BigInteger.ZERO,
                                BigInteger.ZERO)));
    }

    @ParameterizedTest
    @MethodSource("otherTransactions")
    void anotherTransactionThanAskedIsNotTaken(String what, RawTransaction other) {
        standIn.spoil = asked -> other;

        assertThatThrownBy(() -> signer.sign(CALL, CHAIN))
                .isInstanceOf(CouldNotSignException.class)
                .hasMessageContaining("another " + what);
    }

    @Test
    void anotherChainOrAnotherKeyIsNotTaken() {
        standIn.chainId = 1;
        refused("signed for another chain");
        standIn.chainId = CHAIN;
        standIn.stolen = key -> OTHER_KEY;
        refused("instead of " + KEY.getAddress());
    }

    static List<Arguments> garbled() {
        return List.of(
                Arguments.of("no signed transaction", (UnaryOperator<String>) answer -> "0x"),
                Arguments.of("no signed transaction", (UnaryOperator<String>) answer -> ""),
                Arguments.of("no signed transaction", (UnaryOperator<String>) answer -> "signed!"),
                Arguments.of("no transaction", (UnaryOperator<String>) answer -> "0xc0"),
                Arguments.of("no transaction", (UnaryOperator<String>) answer -> answer.substring(0, 60)),
                Arguments.of("not encoded", (UnaryOperator<String>) answer -> answer + "00"),
                Arguments.of("no signed transaction", (UnaryOperator<String>)
                        answer -> Numeric.toHexString(TransactionEncoder.encode(CALL))),
                Arguments.of("high s", (UnaryOperator<String>) RemoteSignerTest::withHighS));
    }

    @ParameterizedTest
    @MethodSource("garbled")
    void whatIsNoTransactionIsNotTaken(String why, UnaryOperator<String> garble) {
        standIn.garble = garble;

        assertThatThrownBy(() -> signer.sign(CALL, CHAIN))
                .isInstanceOf(CouldNotSignException.class)
                .hasMessageContaining("of no use")
                .hasMessageContaining(why);
    }

    /** The other of the two signatures that the same key can be made to have signed with. */
    private static String withHighS(String answer) {
        SignedRawTransaction signed = (SignedRawTransaction) TransactionDecoder.decode(answer);
        Sign.SignatureData low = signed.getSignatureData();
        BigInteger s = Sign.CURVE_PARAMS.getN().subtract(Numeric.toBigInt(low.getS()));
        BigInteger v = BigInteger.valueOf(CHAIN * 4 + 71).subtract(Numeric.toBigInt(low.getV()));
        return Numeric.toHexString(TransactionEncoder.encode(
                CALL, new Sign.SignatureData(v.toByteArray(), low.getR(), Numeric.toBytesPadded(s, 32))));
    }

    private void refused(String why) {
        assertThatThrownBy(() -> signer.sign(CALL, CHAIN))
                .isInstanceOf(CouldNotSignException.class)
                .hasMessageContaining(why);
    }

    private RemoteSigner signer(String address) {
        return new RemoteSigner(Party.COURT, standIn.uri(), address, Duration.ofSeconds(1));
    }

    private static RawTransaction other(long nonce, long price, long gas, String to, long value, String data) {
        return RawTransaction.createTransaction(
                BigInteger.valueOf(nonce),
                BigInteger.valueOf(price),
                BigInteger.valueOf(gas),
                to,
                BigInteger.valueOf(value),
                data);
    }
}
