/** The PDF engine: inspects, renders, stamps and reads PDF files; knows nothing of Spring, people or the database. */
@NullMarked
@NamedInterface("pdf")
package org.yinxin.sealing.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
