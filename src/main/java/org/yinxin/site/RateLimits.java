package org.yinxin.site;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Token buckets per purpose and caller, kept in this instance's memory: with n instances a caller gets n times the
 * allowance at most.
 */
@Component
public class RateLimits {

    private static final int REMEMBERED_CALLERS = 100_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED_CALLERS;
        }
    };

    /**
     * Takes one token.
     *
     * @param purpose what is limited, such as {@code search}
     * @param caller whose allowance it is: an address or a person's id
     * @throws TooManyRequestsException when the allowance of {@code tokens} per {@code period} is used up
     */
    public void take(String purpose, String caller, int tokens, Duration period) {
        ConsumptionProbe probe = bucket(purpose + '|' + caller, tokens, period).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private synchronized Bucket bucket(String key, int tokens, Duration period) {
        return buckets.computeIfAbsent(
                key,
                unseen -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, period))
                        .build());
    }
}
