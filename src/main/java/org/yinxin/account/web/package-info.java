/** The pages on which people sign up and in, see to their own account and manage their bureau's officers. */
@NullMarked
package org.yinxin.account.web;

import org.jspecify.annotations.NullMarked;
