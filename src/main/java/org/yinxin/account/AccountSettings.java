package org.yinxin.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.yinxin.shared.Bureau;

/**
 * The account module's settings.
 *
 * @param nationalIdKey base64 of the 32-byte key under which national id numbers are digested; always required,
 *     drawn by itself in the embedded profile
 * @param sessionLimit how long a sign-in lasts at most, however busy
 * @param oneTimePasswordLife how long an initial or reset password may wait to be used
 * @param counterCodeLife how long a code given out at a counter may wait to be used
 * @param firstAdministrators created at start for bureaus that have no administrator yet
 */
@Validated
@ConfigurationProperties("yinxin.account")
public record AccountSettings(
        @Nullable String nationalIdKey,
        @DefaultValue("12h") @NotNull Duration sessionLimit,
        @DefaultValue("7d") @NotNull Duration oneTimePasswordLife,
        @DefaultValue("30m") @NotNull Duration counterCodeLife,
        @DefaultValue List<@Valid FirstAdministrator> firstAdministrators) {

    /** A bureau's first administrator, or without a bureau the court's first clerk; the password holds once. */
    public record FirstAdministrator(
            @Nullable Bureau bureau,
            @NotNull String name,
            @NotNull String staffNumber,
            @NotNull String initialPassword) {}
}
