/** The addresses under which certificates and revocation lists are published. */
@NullMarked
package org.yinxin.pki.web;

import org.jspecify.annotations.NullMarked;
