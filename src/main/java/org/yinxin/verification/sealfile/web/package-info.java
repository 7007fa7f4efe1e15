/** The page that explains a seal file. */
@NullMarked
package org.yinxin.verification.sealfile.web;

import org.jspecify.annotations.NullMarked;
