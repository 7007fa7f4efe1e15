package org.yinxin.pki.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The certificates that came back from an authority outside. */
public record ChainForm(@Nullable MultipartFile chain) {}
