package org.yinxin.sealing.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.yinxin.mandate.DocumentClass;

/** What the seal is used for, and what the document is. */
public record PurposeForm(
        @NotBlank(message = "{stamping.purpose.error.empty}")
        @Size(max = 200, message = "{stamping.purpose.error.long}")
        @Nullable
        String purpose,

        @NotNull(message = "{stamping.purpose.error.class}") @Nullable
        DocumentClass documentClass) {}
