/** People: citizens, officers, administrators and clerks, how they sign up and in, and who manages whom. */
@NullMarked
@ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"shared", "site"})
package org.yinxin.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
