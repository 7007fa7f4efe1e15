package org.yinxin.register.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file for a register.
 *
 * @param encoding the name of a file encoding; found out when empty
 */
record ImportForm(@Nullable MultipartFile file, @Nullable String encoding) {}
