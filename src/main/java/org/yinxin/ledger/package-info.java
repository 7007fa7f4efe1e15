/** The chain on which several parties hold each other to account: entries go in through an outbox, receipts come back. */
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"shared", "site"})
package org.yinxin.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
