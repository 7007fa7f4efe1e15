/** Where words stand in an OFD document: text put together from runs, and found whole. */
@NullMarked
@NamedInterface("ofd-text")
package org.yinxin.sealing.ofd.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
