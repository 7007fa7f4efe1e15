package org.yinxin.mandate.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With which key an offer is accepted.
 *
 * @param code that opened the offer; none where it was made to the person's own number
 */
public record AcceptanceForm(
        @Nullable String code, @Nullable UUID key) {}
