/** The pages on which people enrol their keys and look after them, and the sign-in with a passkey. */
@NullMarked
package org.yinxin.authority.web;

import org.jspecify.annotations.NullMarked;
