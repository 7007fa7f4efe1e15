/** Answers about revocation (RFC 6960): read, decided and signed; free of Spring and of the database. */
@NullMarked
package org.yinxin.pki.ocsp;

import org.jspecify.annotations.NullMarked;
