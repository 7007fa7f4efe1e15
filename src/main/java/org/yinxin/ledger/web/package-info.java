/** Receipts as people read them. */
@NullMarked
package org.yinxin.ledger.web;

import org.jspecify.annotations.NullMarked;
