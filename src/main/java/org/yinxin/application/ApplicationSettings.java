package org.yinxin.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Period;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the office promises about applications.
 *
 * @param reviewDays working days that market supervision and public security have, side by side
 * @param issueDays working days that the data administration has after both of them
 * @param sealValidity how long an issued seal is valid
 * @param zone where the bureaus' working days begin and end
 */
@Validated
@ConfigurationProperties("yinxin.application")
public record ApplicationSettings(
        @DefaultValue("3") @Min(1) @Max(60) int reviewDays,
        @DefaultValue("2") @Min(1) @Max(60) int issueDays,
        @DefaultValue("P3Y") @NotNull Period sealValidity,
        @DefaultValue("Asia/Shanghai") @NotNull ZoneId zone) {

    /** The working days within which an applicant has an answer. */
    public int promisedDays() {
        return reviewDays + issueDays;
    }
}
