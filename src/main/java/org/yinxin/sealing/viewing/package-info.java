/** A document as the viewer on pages shows it, whichever kind it is of and whoever shows it. */
@NullMarked
@NamedInterface("viewing")
package org.yinxin.sealing.viewing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
