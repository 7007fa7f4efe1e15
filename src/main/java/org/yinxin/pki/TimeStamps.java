package org.yinxin.pki;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.yinxin.pki.tsp.RemoteTimeStamps;
import org.yinxin.pki.tsp.TokenCheck;

/** Asks the configured time-stamp authorities in their order until one gives a token that holds. */
@Component
@Primary
class TimeStamps implements TimeStamper {

    private static final Logger LOG = LoggerFactory.getLogger(TimeStamps.class);

    private final Map<TimeStampFamily, List<TimeStamper>> authorities = new EnumMap<>(TimeStampFamily.class);

    TimeStamps(TimeStampSettings settings, BuiltInTimeStamps builtIn, Clock clock) {
        for (TimeStampFamily family : TimeStampFamily.values()) {
            authorities.put(
                    family,
                    settings.addresses(family).stream()
                            .map(address -> authority(address, settings, builtIn, clock))
                            .toList());
        }
    }

    @Override
    public byte[] token(TimeStampFamily family, byte[] digest) {
        TimeStampUnavailableException last = null;
        for (TimeStamper each : authorities.getOrDefault(family, List.of())) {
            try {
                return each.token(family, digest);
            } catch (TimeStampUnavailableException e) {
                LOG.warn("{}", e.getMessage(), e.getCause());
                last = e;
            }
        }
        throw new TimeStampUnavailableException(family, "no authority of the settings gave one", last);
    }

    private static TimeStamper authority(
            String address, TimeStampSettings settings, BuiltInTimeStamps builtIn, Clock clock) {
        if (address.equals(TimeStampSettings.BUILT_IN)) {
            return builtIn;
        }
        if (settings.roots() == null) {
            throw new IllegalStateException("Set yinxin.pki.time-stamp.roots (YINXIN_PKI_TIMESTAMP_ROOTS) to a PEM file"
                    + " with the roots of the time-stamp authority " + address);
        }
        TokenCheck check = new TokenCheck(roots(settings.roots()));
        return new RemoteTimeStamps(URI.create(address), check, settings.patience(), settings.pause(), clock);
    }

    private static Collection<X509Certificate> roots(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER).generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The roots of time-stamp authorities cannot be read from " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("There are no PEM certificates in " + file, e);
        }
    }
}
