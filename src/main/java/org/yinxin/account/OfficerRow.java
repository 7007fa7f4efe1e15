package org.yinxin.account;

import java.time.Instant;
import java.util.UUID;

/** An officer or administrator as the bureau's list shows them. */
public record OfficerRow(
        UUID id,
        String name,
        String staffNumber,
        Role role,
        PersonStatus status,
        boolean awaitsFirstSignIn,
        Instant since) {}
