/** The officers' pages of the registers. */
@NullMarked
package org.yinxin.register.web;

import org.jspecify.annotations.NullMarked;
