package org.yinxin.pki.tsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.TestAuthority;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.pki.TimeStampUnavailableException;

class RemoteTimeStampsTest {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.1.2");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenFromElsewhereIsTakenWhenItHolds(TimeStampFamily family) {
        TestAuthority authority = TestAuthority.stamping(family);
        answer(responder(family, authority)::answer);

        assertThat(remote(authority, Duration.ofMinutes(1)).token(family, new byte[32]))
                .isNotEmpty();
    }

    @Test
    void anAuthorityThatFailedIsLeftAloneForAWhile() {
        TestAuthority authority = TestAuthority.stamping(TimeStampFamily.P256);
        answer(query -> new byte[] {1});
        RemoteTimeStamps remote = remote(authority, Duration.ofMinutes(1));

        unavailable(remote);
        unavailable(remote);

        assertThat(asked).hasValue(1);
        RemoteTimeStamps impatient = remote(authority, Duration.ZERO);
        unavailable(impatient);
        unavailable(impatient);
        assertThat(asked).hasValue(3);
    }

    @Test
    void anAuthorityNobodyConfiguredTheRootOfIsNotBelieved() {
        answer(responder(TimeStampFamily.P256, TestAuthority.stamping(TimeStampFamily.P256))::answer);

        unavailable(remote(TestAuthority.stamping(TimeStampFamily.P256), Duration.ofMinutes(1)));
    }

    @Test
    void oneThatDripsItsAnswerCostsNoMoreThanThePatience() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    body.write(0x30);
                    body.flush();
                    Thread.sleep(200);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long before = System.nanoTime();

        unavailable(remote(TestAuthority.stamping(TimeStampFamily.P256), Duration.ofMinutes(1)));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE.multipliedBy(3));
    }

    @Test
    void nobodyAtTheAddressIsAnOutage() {
        server.stop(0);

        unavailable(remote(TestAuthority.stamping(TimeStampFamily.P256), Duration.ofMinutes(1)));
    }

    private static void unavailable(RemoteTimeStamps remote) {
        assertThatThrownBy(() -> remote.token(TimeStampFamily.P256, new byte[32]))
                .isInstanceOf(TimeStampUnavailableException.class);
    }

    private void answer(UnaryOperator<byte[]> answer) {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] content = answer.apply(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    private RemoteTimeStamps remote(TestAuthority authority, Duration pause) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
        return new RemoteTimeStamps(
                address, new TokenCheck(List.of(authority.root())), PATIENCE, pause, Clock.systemUTC());
    }

    private static TimeStampResponder responder(TimeStampFamily family, TestAuthority authority) {
        return new TimeStampResponder(
                family, authority.maker(POLICY), POLICY, new SteadyTime(Clock.systemUTC()), authority::signer);
    }
}
