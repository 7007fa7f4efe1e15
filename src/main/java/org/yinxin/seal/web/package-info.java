/** Pages of seals for their owners and for officers. */
@NullMarked
package org.yinxin.seal.web;

import org.jspecify.annotations.NullMarked;
