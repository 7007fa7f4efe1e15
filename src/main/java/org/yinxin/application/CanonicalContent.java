package org.yinxin.application;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.Salt;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;

/**
 * All that the bureaus decide on, in one fixed order: each field is its length in four bytes and then its UTF-8 text,
 * so that no two contents share their bytes. An absent field has no bytes.
 *
 * @param imprint digest of the picture where the imprint is not drawn; else the content ends before this field
 */
record CanonicalContent(
        Reference reference,
        EnterpriseDetails enterprise,
        SealCode physicalSeal,
        SealKind kind,
        ImprintSource imprintSource,
        Period validity,
        Digest file,
        String declaration,
        @Nullable Digest imprint) {

    static final String FORMAT = "yinxin-application-1";

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            field(out, FORMAT);
            field(out, reference.value());
            field(out, enterprise.uscc().value());
            field(out, enterprise.nameZh());
            field(out, enterprise.nameEn());
            field(out, enterprise.kind().name());
            field(out, enterprise.legalRepresentative());
            field(out, enterprise.address());
            field(out, physicalSeal.value());
            field(out, kind.name());
            field(out, imprintSource.name());
            field(out, validity.toString());
            field(out, file.hex());
            field(out, declaration);
            if (imprint != null) {
                field(out, imprint.hex());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Digest digest(Salt salt) {
        return Commitment.of(salt, bytes());
    }

    private static void field(DataOutputStream out, @Nullable String text) throws IOException {
        byte[] utf8 = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
