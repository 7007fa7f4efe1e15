package org.yinxin.register.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The picture of an imprint, handed in for a filing. */
record ImprintForm(@Nullable MultipartFile picture) {}
