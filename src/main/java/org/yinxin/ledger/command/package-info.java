/** What people run by hand, without the portal. */
@NullMarked
package org.yinxin.ledger.command;

import org.jspecify.annotations.NullMarked;
