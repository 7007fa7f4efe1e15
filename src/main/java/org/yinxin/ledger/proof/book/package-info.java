/**
 * Statements of use books that need no trust in us: that nothing is missing between two numbers, checked without a network.
 * Knows nothing of Spring, of nodes or of the database.
 */
@NullMarked
@NamedInterface("book")
package org.yinxin.ledger.proof.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
