package org.yinxin.sealing.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What the first page of stamping asks: which seal, which document. */
public record UploadForm(@Nullable String seal, @Nullable MultipartFile file) {}
