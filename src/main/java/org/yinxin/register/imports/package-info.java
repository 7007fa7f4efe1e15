/** Whole files of register entries: read, shown, checked row by row and put into the register in one go. */
@NullMarked
package org.yinxin.register.imports;

import org.jspecify.annotations.NullMarked;
