/** What a seal file says and whether to believe it, explained to anyone who hands one in; keeps nothing. */
@NullMarked
package org.yinxin.verification.sealfile;

import org.jspecify.annotations.NullMarked;
