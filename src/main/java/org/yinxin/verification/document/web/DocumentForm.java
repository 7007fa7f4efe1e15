package org.yinxin.verification.document.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The document to be checked. */
public record DocumentForm(@Nullable MultipartFile file) {}
