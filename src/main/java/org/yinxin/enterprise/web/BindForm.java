package org.yinxin.enterprise.web;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Which enterprise: its code or its exact name. */
record BindForm(
        @NotBlank(message = "{enterprise.bind.which.missing}") @Nullable
        String which) {}
