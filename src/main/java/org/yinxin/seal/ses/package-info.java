/** Seals and signatures of GB/T 38540-2020 and GM/T 0031: written, read and checked; free of Spring and of the database. */
@NullMarked
@NamedInterface("ses")
package org.yinxin.seal.ses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
