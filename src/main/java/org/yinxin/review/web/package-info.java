/** The officers' screens: the work list, the case, the decision. */
@NullMarked
package org.yinxin.review.web;

import org.jspecify.annotations.NullMarked;
