package org.yinxin.register;

import org.jspecify.annotations.Nullable;

/**
 * An entry as it goes into the market register.
 *
 * @param codeOverrideReason why a code whose check character fails is accepted all the same
 */
public record EnterpriseRow(EnterpriseEntry entry, @Nullable String codeOverrideReason) {}
