/** Which persons act for which enterprise: binding a citizen to an enterprise as its legal representative. */
@NullMarked
@ApplicationModule(
        displayName = "Enterprises",
        allowedDependencies = {"shared", "site", "account", "register"})
package org.yinxin.enterprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
