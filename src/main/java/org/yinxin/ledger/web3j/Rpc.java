package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.http.HttpService;
import org.yinxin.ledger.NodeSilentException;

/** The line to one node: whatever comes back that is no answer counts as silence. */
final class Rpc {

    private final String name;
    private final HttpService service;
    private final Web3j web3j;

    Rpc(String name, String url, Duration answerWithin) {
        this.name = name;
        this.service = new HttpService(
                url,
                new OkHttpClient.Builder()
                        .connectTimeout(answerWithin)
                        .callTimeout(answerWithin)
                        .build());
        this.web3j = Web3j.build(service);
    }

    /** Something asked of the node. */
    interface Conversation<T> {
        T hold() throws IOException;
    }

    String name() {
        return name;
    }

    HttpService service() {
        return service;
    }

    Web3j web3j() {
        return web3j;
    }

    /** @throws NodeSilentException when the node is silent or answers with an error */
    <T extends Response<?>> T answer(Request<?, T> request) {
        T response = ask(request);
        if (response.hasError()) {
            throw new NodeSilentException(name, response.getError().getMessage());
        }
        return response;
    }

    /** The answer, which may be an error. */
    <T extends Response<?>> T ask(Request<?, T> request) {
        return speak(request::send);
    }

    <T> T speak(Conversation<T> conversation) {
        try {
            return conversation.hold();
        } catch (IOException | RuntimeException e) {
            throw new NodeSilentException(name, e);
        }
    }
}
