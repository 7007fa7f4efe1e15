/** Notices: what the portal tells a person of what others did, or what the chain answered. */
@NullMarked
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"shared", "site", "account"})
package org.yinxin.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
