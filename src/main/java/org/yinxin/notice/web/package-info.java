/** The page of notices, and their count on every page. */
@NullMarked
package org.yinxin.notice.web;

import org.jspecify.annotations.NullMarked;
