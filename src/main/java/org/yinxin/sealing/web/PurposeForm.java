package org.yinxin.sealing.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the seal is used for. */
public record PurposeForm(
        @NotBlank(message = "{stamping.purpose.error.empty}")
        @Size(max = 200, message = "{stamping.purpose.error.long}")
        @Nullable
        String purpose) {}
