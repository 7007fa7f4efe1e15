/** A citizen's pages of the enterprises that they act for. */
@NullMarked
package org.yinxin.enterprise.web;

import org.jspecify.annotations.NullMarked;
