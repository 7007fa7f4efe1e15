/** Stamping documents with a seal: drafts, uses, the use book. */
@NullMarked
@ApplicationModule(
        displayName = "Sealing",
        allowedDependencies = {
            "shared",
            "site",
            "account",
            "register",
            "enterprise",
            "pki",
            "seal",
            "seal :: ses",
            "ledger",
            "ledger :: authority",
            "authority",
            "mandate",
            "ledger :: book",
            "ledger :: proof",
            "ledger :: reconciliation"
        })
package org.yinxin.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
