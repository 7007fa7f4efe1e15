package org.yinxin.ledger.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often database and chain are compared.
 *
 * @param every how long after one comparison the next one begins, over the blocks since
 * @param fully when everything is compared, as a cron expression with seconds
 * @param blocks how many blocks are asked for at once; 5000 is what Besu allows by default
 */
@Validated
@ConfigurationProperties("yinxin.reconciliation")
public record ReconciliationSettings(
        @DefaultValue("1m") Duration every,
        @DefaultValue("0 30 2 * * *") String fully,
        @DefaultValue("2000") @Min(1) @Max(5000) int blocks) {}
