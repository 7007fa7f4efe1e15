package org.yinxin.application.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.application.ImprintSource;

/** Where the imprint shall come from, with the scan when it is one. */
record ImprintForm(@Nullable ImprintSource source, @Nullable MultipartFile file) {}
