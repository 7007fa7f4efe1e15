package org.yinxin.application;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Fields in one fixed order: each is its length in four bytes and then its UTF-8 text, so that no two contents share
 * their bytes. An absent field has no text.
 */
final class CanonicalFields {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    CanonicalFields(String format) {
        add(format);
    }

    CanonicalFields add(@Nullable String text) {
        byte[] utf8 = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
        bytes.writeBytes(utf8);
        return this;
    }

    CanonicalFields add(EnterpriseDetails enterprise) {
        return add(enterprise.uscc().value())
                .add(enterprise.nameZh())
                .add(enterprise.nameEn())
                .add(enterprise.kind().name())
                .add(enterprise.legalRepresentative())
                .add(enterprise.address());
    }

    CanonicalFields add(ApplicantKey key) {
        return add(key.key().kind().name())
                .add(key.key().x().hex())
                .add(key.key().y().hex())
                .add(key.method().name())
                .add(key.enrolledAt().toString());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
