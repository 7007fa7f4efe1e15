/** What must hold everywhere in the project, whoever writes the next class, page or migration. */
@NullMarked
package org.yinxin.guards;

import org.jspecify.annotations.NullMarked;
