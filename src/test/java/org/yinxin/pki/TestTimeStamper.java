package org.yinxin.pki;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/** A time-stamp authority in memory: for each family a root of its own and a certificate below it that stamps. */
public final class TestTimeStamper implements TimeStamper {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.1.2");
    private static final Map<TimeStampFamily, TestAuthority> AUTHORITIES = new EnumMap<>(TimeStampFamily.class);

    static {
        for (TimeStampFamily family : TimeStampFamily.values()) {
            AUTHORITIES.put(family, TestAuthority.stamping(family));
        }
    }

    private final Supplier<Instant> time;
    private final AtomicLong serial = new AtomicLong(System.nanoTime());
    private volatile boolean down;

    public TestTimeStamper() {
        this(Instant::now);
    }

    /** @param time what the tokens say */
    public TestTimeStamper(Supplier<Instant> time) {
        this.time = time;
    }

    @Override
    public byte[] token(TimeStampFamily family, byte[] digest) {
        if (down) {
            throw new TimeStampUnavailableException(family, "switched off by the test", null);
        }
        TestAuthority authority = AUTHORITIES.get(family);
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        return authority
                .maker(POLICY)
                .token(
                        request.generate(family.digest(), digest),
                        BigInteger.valueOf(serial.incrementAndGet()),
                        time.get(),
                        authority.signer());
    }

    /** From now on there is an outage, or there is none any more. */
    public void down(boolean down) {
        this.down = down;
    }

    /** The trust anchor of the family's tokens. */
    public static X509Certificate root(TimeStampFamily family) {
        return AUTHORITIES.get(family).root();
    }

    /** Of who signs the family's tokens. */
    public static X509Certificate certificate(TimeStampFamily family) {
        return AUTHORITIES.get(family).certificate();
    }

    /** The list of the family's root, on which nobody stands. */
    public static X509CRL list(TimeStampFamily family) {
        return AUTHORITIES.get(family).list();
    }
}
