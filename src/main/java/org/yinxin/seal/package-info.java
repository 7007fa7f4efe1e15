/** E-seals: made when an application is approved, taken into use by their owner, watched over by the bureaus. */
@NullMarked
@ApplicationModule(
        displayName = "Seals",
        allowedDependencies = {
            "shared",
            "site",
            "account",
            "register",
            "enterprise",
            "application",
            "pki",
            "ledger",
            "ledger :: authority",
            "authority",
            "ledger :: reconciliation",
            "imprint"
        })
package org.yinxin.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
