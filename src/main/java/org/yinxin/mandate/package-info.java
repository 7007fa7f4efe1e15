/** Mandates: a person's or a machine's right to use a seal, its limits, and the public key that proves it. */
@NullMarked
@ApplicationModule(
        displayName = "Mandates",
        allowedDependencies = {
            "shared",
            "site",
            "account",
            "register",
            "enterprise",
            "authority",
            "notice",
            "seal",
            "ledger",
            "ledger :: authority",
            "ledger :: reconciliation"
        })
package org.yinxin.mandate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
