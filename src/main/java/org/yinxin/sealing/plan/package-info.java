/**
 * Where a seal is to stand in a document and what a use commits to, alike for PDF and OFD; knows nothing of Spring,
 * people or the database.
 */
@NullMarked
@NamedInterface("plan")
package org.yinxin.sealing.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
