/** The programs that some tests need beside Java. */
@NullMarked
package org.yinxin.tools;

import org.jspecify.annotations.NullMarked;
