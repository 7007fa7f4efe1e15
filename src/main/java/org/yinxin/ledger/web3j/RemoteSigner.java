package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.web3j.crypto.RawTransaction;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.CouldNotSignException;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.SigningWay;

/**
 * Asks a signer that keeps the party's key (Web3Signer's {@code eth_signTransaction}, Ethereum execution APIs), and takes
 * nothing from it but a signature over exactly what was asked.
 */
final class RemoteSigner implements TransactionSigner {

    private final Party party;
    private final String address;
    private final HttpService service;

    RemoteSigner(Party party, URI signer, String address, Duration answerWithin) {
        this.party = party;
        this.address = address;
        this.service = new HttpService(
                signer.toString(),
                new OkHttpClient.Builder()
                        .connectTimeout(answerWithin)
                        .callTimeout(answerWithin)
                        .build());
    }

    /** The signer's answer. */
    static final class Answer extends Response<String> {}

    @Override
    public SigningWay way() {
        return SigningWay.REMOTE;
    }

    @Override
    public byte[] sign(RawTransaction transaction, long chainId) {
        try {
            return SignedAnswer.check(ask(transaction), transaction, chainId, address);
        } catch (SignedAnswer.NotWhatWasAsked e) {
            throw new CouldNotSignException(party, "its signer's answer is of no use: " + e.getMessage());
        }
    }

    private String ask(RawTransaction transaction) {
        Answer answer;
        try {
            answer = new Request<>("eth_signTransaction", List.of(question(transaction)), service, Answer.class).send();
        } catch (IOException | RuntimeException e) {
            throw new CouldNotSignException(party, "its signer does not answer: " + e.getMessage());
        }
        if (answer.hasError()) {
            throw new CouldNotSignException(
                    party, "its signer refuses: " + answer.getError().getMessage());
        }
        return answer.getResult() == null ? "" : answer.getResult();
    }

    /** A contract's creation goes to nobody; the chain's number is the signer's own setting. */
    private Map<String, String> question(RawTransaction transaction) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("from", address);
        if (!transaction.getTo().isEmpty()) {
            question.put("to", transaction.getTo());
        }
        question.put("gas", Numeric.encodeQuantity(transaction.getGasLimit()));
        question.put("gasPrice", Numeric.encodeQuantity(transaction.getGasPrice()));
        question.put("value", Numeric.encodeQuantity(BigInteger.ZERO));
        question.put("nonce", Numeric.encodeQuantity(transaction.getNonce()));
        question.put("data", Numeric.prependHexPrefix(transaction.getData()));
        return question;
    }
}
