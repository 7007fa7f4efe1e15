/** The OFD engine (GB/T 33190-2016): reads, checks and writes OFD packages in memory; knows nothing of Spring or people. */
@NullMarked
@NamedInterface("ofd")
package org.yinxin.sealing.ofd;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
