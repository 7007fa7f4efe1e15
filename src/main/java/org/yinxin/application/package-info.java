/** An enterprise asks for its e-seal: the draft, the submission, the corrections and what came of it. */
@NullMarked
@ApplicationModule(
        displayName = "Application",
        allowedDependencies = {
            "shared",
            "site",
            "account",
            "register",
            "enterprise",
            "ledger",
            "ledger :: authority",
            "ledger :: reconciliation",
            "authority",
            "imprint"
        })
package org.yinxin.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
