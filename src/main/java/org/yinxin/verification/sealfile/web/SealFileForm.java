package org.yinxin.verification.sealfile.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The seal file to be explained. */
public record SealFileForm(@Nullable MultipartFile file) {}
