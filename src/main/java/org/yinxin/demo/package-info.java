/** The demonstration of the embedded profile: made-up people, enterprises and seals, and how to sign in as whom. */
@NullMarked
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "account",
            "application",
            "authority",
            "enterprise",
            "ledger :: authority",
            "mandate",
            "register",
            "review",
            "seal",
            "shared",
            "site"
        })
package org.yinxin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
