/** Yinxin, the open e-seal platform: one package per feature below this one. */
@NullMarked
package org.yinxin;

import org.jspecify.annotations.NullMarked;
