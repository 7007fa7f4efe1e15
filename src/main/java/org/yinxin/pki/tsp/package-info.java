/** Time-stamp tokens (RFC 3161): made, asked for and checked; free of Spring and of the database. */
@NullMarked
package org.yinxin.pki.tsp;

import org.jspecify.annotations.NullMarked;
