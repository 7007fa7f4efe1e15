/** A command of its own: makes the keys, the genesis block and the secrets of a new production network, once. */
@NullMarked
@ApplicationModule(
        displayName = "Network preparation",
        allowedDependencies = {})
package org.yinxin.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
