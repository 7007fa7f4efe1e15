/** The pages of stamping: start, place, purpose, check, progress, use book. */
@NullMarked
package org.yinxin.sealing.web;

import org.jspecify.annotations.NullMarked;
