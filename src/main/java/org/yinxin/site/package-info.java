/** The web site as a whole: security, languages, layout, errors, limits. */
@NullMarked
@ApplicationModule(displayName = "Site", type = ApplicationModule.Type.OPEN, allowedDependencies = "shared")
package org.yinxin.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
