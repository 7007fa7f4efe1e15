package org.yinxin.application.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The file to hand in. */
record SupportingFileForm(@Nullable MultipartFile file) {}
