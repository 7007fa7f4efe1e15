package org.yinxin.register.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** The encodings that offices write their files in. */
public enum FileEncoding {
    UTF_8(StandardCharsets.UTF_8),
    /** GB 18030, which holds GBK and GB 2312: what spreadsheet programs in Chinese write by default. */
    GB18030(Charset.forName("GB18030"));

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Charset charset;

    FileEncoding(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }

    /** UTF-8 when every byte fits it, which text in GB 18030 practically never does; empty when neither fits. */
    static Optional<FileEncoding> detect(byte[] file) {
        return Stream.of(values())
                .filter(encoding -> encoding.decode(file).isPresent())
                .findFirst();
    }

    /** The text without a byte order mark; empty when a byte does not fit the encoding. */
    Optional<String> decode(byte[] file) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
