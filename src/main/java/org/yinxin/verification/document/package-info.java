/** The check of a document: from the bytes of the file to the chain. */
@NullMarked
package org.yinxin.verification.document;

import org.jspecify.annotations.NullMarked;
