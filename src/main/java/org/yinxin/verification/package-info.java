/** Answers to "is this seal, is this document good?", as lists of checks; reads the other modules and changes nothing. */
@NullMarked
@ApplicationModule(
        displayName = "Verification",
        allowedDependencies = {
            "shared",
            "site",
            "account",
            "register",
            "enterprise",
            "application",
            "pki",
            "seal",
            "seal :: ses",
            "sealing",
            "sealing :: pdf",
            "sealing :: pdf-verification",
            "sealing :: ofd",
            "sealing :: ofd-verification",
            "sealing :: plan",
            "sealing :: viewing",
            "ledger",
            "ledger :: authority",
            "ledger :: reconciliation",
            "imprint"
        })
package org.yinxin.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
