/** The public pages: a seal, one of its uses, the search, the home page and help. */
@NullMarked
package org.yinxin.verification.web;

import org.jspecify.annotations.NullMarked;
