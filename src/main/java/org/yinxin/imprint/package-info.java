/** Draws the imprints of seals as vectors and as pictures; knows nothing but the shared words. */
@NullMarked
@ApplicationModule(displayName = "Imprint", allowedDependencies = "shared")
package org.yinxin.imprint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
