package org.yinxin.pki;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stamps time.
 *
 * @param sm2 addresses of SM2 time-stamp authorities, tried in order; {@code built-in} is our own
 * @param p256 the same for P-256; authorities elsewhere may as well sign with RSA
 * @param roots a PEM file with the roots that time-stamp authorities elsewhere are believed under
 * @param patience how long one authority may take to answer
 * @param pause how long an authority that failed is left alone
 * @param policy object identifier of the policy under which the built-in authority stamps
 * @param rate queries that one address may put to the built-in authority within a minute
 */
@ConfigurationProperties("yinxin.pki.time-stamp")
public record TimeStampSettings(
        @DefaultValue("built-in") List<String> sm2,
        @DefaultValue("built-in") List<String> p256,
        @Nullable Path roots,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("30s") Duration pause,

        @DefaultValue("2.25.108043635381712944851947810313723543543.2")
        String policy,

        @DefaultValue("120") int rate) {

    /** The name of our own authority among the addresses. */
    public static final String BUILT_IN = "built-in";

    List<String> addresses(TimeStampFamily family) {
        return family == TimeStampFamily.SM2 ? sm2 : p256;
    }
}
