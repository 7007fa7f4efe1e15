package org.yinxin.pki.tsp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.pki.TimeStampUnavailableException;
import org.yinxin.pki.TimeStamper;

/**
 * A time-stamp authority elsewhere, asked over HTTP (RFC 3161, 3.4). After a failure it is left alone for a while, so that
 * an outage costs one stamping its patience and the others nothing.
 */
public final class RemoteTimeStamps implements TimeStamper {

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int NONCE_BITS = 64;

    private final URI address;
    private final TokenCheck check;
    private final Duration patience;
    private final Duration pause;
    private final Clock clock;
    private final HttpClient http;
    private final SecureRandom random = new SecureRandom();
    private volatile Instant closedUntil = Instant.MIN;

    /**
     * @param patience how long the whole answer may take
     * @param pause how long it is left alone after it failed
     */
    public RemoteTimeStamps(URI address, TokenCheck check, Duration patience, Duration pause, Clock clock) {
        this.address = address;
        this.check = check;
        this.patience = patience;
        this.pause = pause;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    @Override
    public byte[] token(TimeStampFamily family, byte[] digest) {
        if (clock.instant().isBefore(closedUntil)) {
            throw new TimeStampUnavailableException(family, address + " failed a moment ago", null);
        }
        TimeStampRequest request =
                TimeStampQuery.of(family, digest, new BigInteger(NONCE_BITS, random).setBit(NONCE_BITS));
        try {
            return check.accept(request, ask(request.getEncoded()), clock.instant());
        } catch (IOException | TokenRefusedException | TimeoutException e) {
            closedUntil = clock.instant().plus(pause);
            throw new TimeStampUnavailableException(family, address + " gave no token that holds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeStampUnavailableException(family, "interrupted while asking " + address, e);
        }
    }

    private byte[] ask(byte[] query) throws IOException, InterruptedException, TimeoutException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(BodyPublishers.ofByteArray(query))
                .build();
        // The request's own time-out ends with the headers; the body must not drip for ever either.
        var answer = http.sendAsync(request, BodyHandlers.ofInputStream()).thenApplyAsync(RemoteTimeStamps::body);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static byte[] body(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] answer = body.readNBytes(LARGEST_ANSWER + 1);
            if (response.statusCode() != 200 || answer.length > LARGEST_ANSWER) {
                throw new IllegalStateException("HTTP " + response.statusCode() + ", " + answer.length + " bytes");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
