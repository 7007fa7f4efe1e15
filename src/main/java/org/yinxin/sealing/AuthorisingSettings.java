package org.yinxin.sealing;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what handlers sign.
 *
 * @param authorisationLasts how long the chain takes a use after its holder was asked to sign it; a chain that is away
 *     for longer refuses it, and the document has to be signed again
 */
@Validated
@ConfigurationProperties("yinxin.sealing")
record AuthorisingSettings(
        @DefaultValue("24h") @DurationMin(hours = 1) Duration authorisationLasts) {}
