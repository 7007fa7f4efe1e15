package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Objects;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** Looks whether what a signer gave back is the very transaction that it was asked to sign, signed by the account. */
final class SignedAnswer {

    private static final BigInteger HALF_ORDER = Sign.CURVE_PARAMS.getN().shiftRight(1);

    private SignedAnswer() {}

    /** The answer must not be sent; the message says why. */
    static final class NotWhatWasAsked extends RuntimeException {
        NotWhatWasAsked(String why) {
            super(why);
        }
    }

    /** @return the signed transaction's bytes */
    static byte[] check(String answer, RawTransaction asked, long chainId, String address) {
        SignedRawTransaction signed = decode(answer);
        requireSame(signed, asked);
        Sign.SignatureData signature = signed.getSignatureData();
        BigInteger parity = Numeric.toBigInt(signature.getV()).subtract(BigInteger.valueOf(chainId * 2 + 35));
        if (parity.signum() < 0 || parity.compareTo(BigInteger.ONE) > 0) {
            throw new NotWhatWasAsked("it was signed for another chain than " + chainId);
        }
        if (Numeric.toBigInt(signature.getS()).compareTo(HALF_ORDER) > 0) {
            throw new NotWhatWasAsked("its signature has a high s, which nodes do not take (EIP-2)");
        }
        byte[] raw = Numeric.hexStringToByteArray(answer);
        if (!Arrays.equals(raw, TransactionEncoder.encode(asked, signature))) {
            throw new NotWhatWasAsked("it is not encoded as nodes read it");
        }
        if (!signer(signed).equalsIgnoreCase(address)) {
            throw new NotWhatWasAsked("it was signed by " + signer(signed) + " instead of " + address);
        }
        return raw;
    }

    private static SignedRawTransaction decode(String answer) {
        try {
            if (answer.matches("0x([0-9a-fA-F]{2})+")
                    && TransactionDecoder.decode(answer) instanceof SignedRawTransaction signed) {
                return signed;
            }
        } catch (RuntimeException e) {
            throw new NotWhatWasAsked("it is no transaction");
        }
        throw new NotWhatWasAsked("it is no signed transaction");
    }

    private static void requireSame(RawTransaction signed, RawTransaction asked) {
        requireSame("type", signed.getType(), asked.getType());
        requireSame("nonce", signed.getNonce(), asked.getNonce());
        requireSame("recipient", plain(signed.getTo()), plain(asked.getTo()));
        requireSame("data", plain(signed.getData()), plain(asked.getData()));
        requireSame("gas limit", signed.getGasLimit(), asked.getGasLimit());
        requireSame("gas price", signed.getGasPrice(), asked.getGasPrice());
        requireSame("value", signed.getValue(), asked.getValue());
    }

    private static void requireSame(String what, Object signed, Object asked) {
        if (!Objects.equals(signed, asked)) {
            throw new NotWhatWasAsked("it has another " + what + " than the transaction that it was asked to sign");
        }
    }

    private static String plain(String hex) {
        return Numeric.cleanHexPrefix(hex == null ? "" : hex).toLowerCase(java.util.Locale.ROOT);
    }

    private static String signer(SignedRawTransaction signed) {
        try {
            return signed.getFrom();
        } catch (SignatureException | RuntimeException e) {
            throw new NotWhatWasAsked("nobody can have made its signature");
        }
    }
}
