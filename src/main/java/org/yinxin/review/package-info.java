/** The three bureaus look at applications: work lists, cases, automatic checks and decisions. */
@NullMarked
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "shared",
            "site",
            "account",
            "register",
            "enterprise",
            "application",
            "ledger",
            "ledger :: authority",
            "ledger :: reconciliation",
            "authority",
            "imprint"
        })
package org.yinxin.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
