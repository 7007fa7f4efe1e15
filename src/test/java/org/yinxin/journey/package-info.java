/** The stories that people live through with the portal, told in a real browser on the real application. */
@NullMarked
package org.yinxin.journey;

import org.jspecify.annotations.NullMarked;
