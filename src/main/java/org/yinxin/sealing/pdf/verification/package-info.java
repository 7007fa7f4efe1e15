/** Strict verification of signatures in PDF files: bytes, structure, mathematics, revisions; says nothing of who is trusted. */
@NullMarked
@NamedInterface("pdf-verification")
package org.yinxin.sealing.pdf.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
