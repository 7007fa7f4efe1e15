/** Puts a seal into OFD documents in memory (GB/T 33190-2016, 18; GB/T 38540-2020). */
@NullMarked
@NamedInterface("ofd-stamp")
package org.yinxin.sealing.ofd.stamp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
