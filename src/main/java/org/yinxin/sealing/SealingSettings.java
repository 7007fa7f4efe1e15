package org.yinxin.sealing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of stamping.
 *
 * @param draftsKept how long an unfinished draft waits for its owner
 * @param documentsAtOnce how many documents are rendered, stamped or checked at the same time; each may need several
 *     times its size in memory
 */
@Validated
@ConfigurationProperties("yinxin.sealing")
public record SealingSettings(
        @DefaultValue("30d") Duration draftsKept,
        @DefaultValue("4") @Min(1) @Max(64) int documentsAtOnce) {}
