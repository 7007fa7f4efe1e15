/** The embedded profile: a real PostgreSQL and a real chain as child processes, all data under one folder. */
@NullMarked
@ApplicationModule(
        displayName = "Embedded infrastructure",
        allowedDependencies = {})
package org.yinxin.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
