/** The pages of mandates: who may use a seal, giving, accepting, withdrawing. */
@NullMarked
package org.yinxin.mandate.web;

import org.jspecify.annotations.NullMarked;
