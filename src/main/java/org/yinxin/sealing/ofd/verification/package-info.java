/** Strict verification of OFD signatures (GB/T 33190-2016, 18; GB/T 38540-2020, 7.3): pure, every answer coded. */
@NullMarked
@NamedInterface("ofd-verification")
package org.yinxin.sealing.ofd.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
