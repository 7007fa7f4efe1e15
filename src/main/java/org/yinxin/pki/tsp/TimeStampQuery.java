package org.yinxin.pki.tsp;

import java.math.BigInteger;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.TimeStampFamily;

/** Queries as we put them: the authority's certificates are always asked for. */
final class TimeStampQuery {

    private TimeStampQuery() {}

    static TimeStampRequest of(TimeStampFamily family, byte[] digest, @Nullable BigInteger nonce) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(family.digest(), digest, nonce);
    }
}
