package org.yinxin.register.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.yinxin.register.imports.ImportMode;

/** The officer's word on an uploaded file. */
record ModeForm(
        @NotNull(message = "{register.import.mode.missing}") @Nullable
        ImportMode mode) {}
