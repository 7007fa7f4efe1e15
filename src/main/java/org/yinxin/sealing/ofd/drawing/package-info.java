/** Draws pages of OFD documents (GB/T 33190-2016) as pictures, without a browser, AWT's fonts or trust in the file. */
@NullMarked
@NamedInterface("ofd-drawing")
package org.yinxin.sealing.ofd.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
