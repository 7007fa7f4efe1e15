/** The pages on which an enterprise applies for its e-seal, one thing per page. */
@NullMarked
package org.yinxin.application.web;

import org.jspecify.annotations.NullMarked;
