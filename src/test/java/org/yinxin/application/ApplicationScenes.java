package org.yinxin.application;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Role;
import org.yinxin.authority.EnrolledKeys;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ImprintSpec;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** People, register entries and applications for integration tests, each scene with records of its own. */
public final class ApplicationScenes {

    /** An enterprise with its legal representative, who is bound to it and has a key, and one statutory-name seal filed. */
    public record Scene(
            UUID person, String personName, Uscc uscc, String nameZh, SealCode physicalSeal, UUID key, SoftKey holder) {

        public RequestPostProcessor signedIn() {
            return as(person, personName, Role.CITIZEN, null);
        }
    }

    private static final String NO_PASSWORD = "$argon2id$none";

    private final JdbcClient jdbc;

    public ApplicationScenes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Scene scene() {
        String name = "杭州场景" + digits(6) + "科技有限公司";
        Digest nationalId = Digest.random();
        UUID person = person(Role.CITIZEN, null, "沈知远", nationalId);
        Uscc uscc = enterprise(name, "沈知远", nationalId);
        bind(person, uscc, nationalId);
        SoftKey holder = SoftKey.es256();
        return new Scene(person, "沈知远", uscc, name, filing(uscc, name), enrol(person, holder), holder);
    }

    public static RequestPostProcessor as(UUID person, String name, Role role, @Nullable Bureau bureau) {
        return SecurityMockMvcRequestPostProcessors.user(new AccountPrincipal(person, name, role, bureau));
    }

    public UUID person(Role role, @Nullable Bureau bureau, String name, @Nullable Digest nationalId) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into account.person (id, role, bureau, name, sign_in_name, national_id_digest, password_hash,
                          status, created_at, version) values (?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, 0)""")
                .params(
                        id,
                        role.name(),
                        bureau == null ? null : bureau.name(),
                        name,
                        "T" + id,
                        nationalId == null ? null : nationalId.bytes(),
                        NO_PASSWORD,
                        now())
                .update();
        return id;
    }

    public Uscc enterprise(String name, String legalRepresentative, Digest nationalId) {
        Uscc uscc = Uscc.complete("91330106MA" + digits(7));
        jdbc.sql("""
                        insert into register.enterprise (uscc, name_zh, name_key, name_en, name_en_key, kind,
                          legal_representative, legal_representative_id_digest, address, status, established_on, division,
                          version, changed_at)
                        values (?, ?, ?, null, null, 'LIMITED_COMPANY', ?, ?, '杭州市西湖区文三路1号', 'ACTIVE', ?, '330106',
                          0, ?)""")
                .params(
                        uscc.value(),
                        name,
                        name,
                        legalRepresentative,
                        nationalId.bytes(),
                        LocalDate.parse("2020-07-01"),
                        now())
                .update();
        return uscc;
    }

    public void bind(UUID person, Uscc uscc, Digest nationalId) {
        jdbc.sql("""
                        insert into enterprise.binding (id, person_id, uscc, national_id_digest, bound_at, version)
                        values (?, ?, ?, ?, ?, 0)""")
                .params(UUID.randomUUID(), person, uscc.value(), nationalId.bytes(), now())
                .update();
    }

    /** @return the id under which the person enrolled the key */
    public UUID enrol(UUID person, SoftKey key) {
        return new EnrolledKeys(jdbc).enrol(person, key).id();
    }

    public SealCode filing(Uscc uscc, String name) {
        SealCode code = new SealCode("330106" + digits(7));
        byte[] png = new ImprintRenderer()
                .draw(new ImprintSpec(SealKind.STATUTORY_NAME, name, code))
                .png();
        jdbc.sql("insert into register.imprint (digest, png, added_at) values (?, ?, ?)")
                .params(Digest.sha256(png).bytes(), png, now())
                .update();
        jdbc.sql("""
                        insert into register.seal_filing (code, uscc, kind, status, filed_on, imprint_digest, version,
                          changed_at) values (?, ?, 'STATUTORY_NAME', 'IN_USE', ?, ?, 0, ?)""")
                .params(
                        code.value(),
                        uscc.value(),
                        LocalDate.parse("2020-07-08"),
                        Digest.sha256(png).bytes(),
                        now())
                .update();
        return code;
    }

    public void enterpriseStatus(Uscc uscc, String status) {
        jdbc.sql("update register.enterprise set status = ?, version = version + 1, changed_at = ? where uscc = ?")
                .params(status, now(), uscc.value())
                .update();
    }

    public void filingStatus(SealCode code, String status) {
        jdbc.sql("update register.seal_filing set status = ?, version = version + 1, changed_at = ? where code = ?")
                .params(status, now(), code.value())
                .update();
    }

    /** Fills in a draft completely. */
    public static Reference complete(ApplicantDesk desk, Scene scene) {
        Reference reference = desk.start(scene.person());
        desk.chooseEnterprise(scene.person(), reference, scene.uscc());
        desk.choosePhysicalSeal(scene.person(), reference, scene.physicalSeal());
        desk.attach(scene.person(), reference, "营业执照.pdf", pdf("Licence"));
        desk.chooseKey(scene.person(), reference, scene.key());
        desk.declare(scene.person(), reference);
        return reference;
    }

    public static Reference submit(ApplicantDesk desk, Scene scene) {
        Reference reference = complete(desk, scene);
        SubmitResult result = desk.submit(scene.person(), reference);
        if (!(result instanceof SubmitResult.Submitted)) {
            throw new AssertionError(result);
        }
        return reference;
    }

    /** A PDF of one page with the words on it. */
    public static byte[] pdf(String words) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                content.newLineAtOffset(72, 700);
                content.showText(words);
                content.endText();
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] png() {
        return picture("png");
    }

    public static byte[] jpeg() {
        return picture("jpeg");
    }

    /** What a Windows program begins with. */
    public static byte[] exe() {
        return "MZ\u0090This program cannot be run in DOS mode.".getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] picture(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digits(int count) {
        long bound = (long) Math.pow(10, count);
        return String.format("%0" + count + "d", ThreadLocalRandom.current().nextLong(bound));
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }
}
