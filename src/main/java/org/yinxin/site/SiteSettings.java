package org.yinxin.site;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the whole site must know.
 *
 * @param publicAddress the address under which the public reaches the portal, without a trailing slash; printed in QR
 *     codes and certificates, so it must work for decades
 * @param demoData whether made-up enterprises and people are put in at the first start; only in the embedded profile
 */
@Validated
@ConfigurationProperties("yinxin")
public record SiteSettings(
        @Pattern(
                regexp = "https?://[^\\s/]+(/[^\\s/]+)*",
                message = "set YINXIN_PUBLIC_ADDRESS to the portal's public address, such as https://seals.example.gov")
        String publicAddress,

        @DefaultValue("false") boolean demoData) {

    /** The full public address of a path that begins with a slash. */
    public String addressOf(String path) {
        return publicAddress + path;
    }

    /** Whether the portal is served over TLS. */
    public boolean secure() {
        return "https".equals(URI.create(publicAddress).getScheme());
    }
}
