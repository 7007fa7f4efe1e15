/** Files made to deceive or to harm, each refused for a named reason; and parsers under random damage. */
@NullMarked
package org.yinxin.attacks;

import org.jspecify.annotations.NullMarked;
