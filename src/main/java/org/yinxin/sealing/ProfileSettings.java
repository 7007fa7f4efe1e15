package org.yinxin.sealing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.pdf.SealingProfiles;

/**
 * Settings of the signatures behind a seal.
 *
 * @param profiles which signatures a stamped PDF carries; an OFD carries that of GB/T 38540 alone
 * @param level the level that PAdES signatures shall have; what an outage keeps from them is made up for later
 */
@Validated
@ConfigurationProperties("yinxin.sealing")
public record ProfileSettings(
        @DefaultValue("both") SealingProfiles profiles,
        @DefaultValue("LT") PadesLevel level) {}
