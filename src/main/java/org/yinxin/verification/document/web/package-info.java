/** The page where anyone hands in a document to be checked. */
@NullMarked
package org.yinxin.verification.document.web;

import org.jspecify.annotations.NullMarked;
