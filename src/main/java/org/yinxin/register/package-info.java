/** What the state already knows: the market register of enterprises and the police's filings of physical seals. */
@NullMarked
@ApplicationModule(
        displayName = "Registers",
        allowedDependencies = {"shared", "site", "account", "imprint"})
package org.yinxin.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
