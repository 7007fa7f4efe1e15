package org.yinxin.attacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.pdf.PdfSealer;
import org.yinxin.sealing.pdf.PdfSigners;
import org.yinxin.sealing.pdf.SealingOptions;
import org.yinxin.sealing.pdf.SealingProfiles;
import org.yinxin.sealing.pdf.TestAuthority;
import org.yinxin.sealing.pdf.TestGmSeal;
import org.yinxin.sealing.plan.Placement;

/** Attacks on PDF files: on signatures, by later revisions, and on whoever opens the file. */
final class PdfAttacks {

    static final TestAuthority AUTHORITY = new TestAuthority("Yinxin");
    private static final TestAuthority STRANGERS = new TestAuthority("Yinxin");
    private static final String OWNER = "杭州测试科技有限公司";
    private static final TestAuthority.Seal SEAL = AUTHORITY.issueSeal(OWNER, "33010800000001");
    private static final TestGmSeal GM = new TestGmSeal(OWNER);
    private static final byte[] CONTRACT = PdfFixtures.contract(3);
    private static final String ONE_PAGE = "<</Type/Pages/Count 1/Kids[3 0 R]>>";
    private static final Pattern RANGE = Pattern.compile("/ByteRange ?\\[([^]]+)]");
    private static final Pattern CONTENTS = Pattern.compile("/Contents ?<([0-9A-Fa-f]+)>");

    private final List<Attack> attacks = new ArrayList<>();
    private final byte[] sealed = seal(CONTRACT, SEAL);

    static byte[] genuine() {
        return seal(CONTRACT, SEAL);
    }

    static byte[] genuineTwice() {
        return seal(genuine(), SEAL);
    }

    /** Both profiles of one stamping. */
    static byte[] genuineBoth() {
        return new PdfSealer()
                .seal(
                        CONTRACT,
                        PdfFixtures.order(CONTRACT, new Placement(1, 1_200, 2_200)),
                        new PdfSigners(SEAL.signer(), GM.signer()),
                        SealingOptions.of(SealingProfiles.BOTH, PadesLevel.B))
                .bytes();
    }

    static List<Attack> all() {
        PdfAttacks all = new PdfAttacks();
        all.ranges();
        all.values();
        all.revisions();
        all.files();
        all.bombs();
        return all.attacks;
    }

    private void ranges() {
        long[] good = numbers(sealed);
        range("byte range of negative numbers", new long[] {0, good[1], -1, good[3]}, "NEGATIVE");
        range("byte range beyond the file", new long[] {0, good[1], good[2], good[3] + 999}, "BEYOND_THE_FILE");
        range("byte range beyond all numbers", new long[] {0, 9, 99_999, 9}, "BEYOND_THE_FILE");
        range(
                "byte range that leaves out the beginning",
                new long[] {9, good[1], good[2], good[3]},
                "NOT_FROM_THE_START");
        range("byte range of overlapping pieces", new long[] {0, good[1], good[1] - 9, good[3]}, "OVERLAPPING");
        range(
                "byte range around more than the value",
                new long[] {0, good[1] - 400, good[2], good[3]},
                "GAP_IS_NOT_THE_VALUE");
        range(
                "byte range around half of the value",
                new long[] {0, good[1], good[2] - 100, good[3]},
                "GAP_IS_NOT_THE_VALUE");
        range("byte range of one piece", new long[] {0, good[1]}, "NOT_TWO_PIECES");
        range("byte range of three pieces", new long[] {0, 9, 9, 9, 9, 9}, "NOT_TWO_PIECES");
        add("byte range renamed", Bytes.replaceLast(sealed, "/ByteRange", "/ByteRanje"), "BYTE_RANGE:MISSING");
    }

    private void values() {
        add("a byte of the page changed", changedText(sealed), "DIGEST_DIFFERS");
        byte[] other = seal(PdfFixtures.contract(2), SEAL);
        add("signature value of another document", withValue(sealed, value(other)), "DIGEST_DIFFERS");
        add(
                "another authority's certificate of the same name",
                seal(CONTRACT, STRANGERS.issueSeal(OWNER, "33010800000001")),
                "ISSUER_UNKNOWN");
        add("signature value of nothing", withValue(sealed, "00"), "NOT_A_SIGNATURE");
        add("signature value of another kind", withValue(sealed, "3003020101"), "NOT_A_SIGNATURE");
        String good = value(sealed);
        add("signature value with one bit changed", withValue(sealed, flipped(good)), "VALUE_WRONG");
        byte[] both = genuineBoth();
        String gm = values(both).getFirst();
        String pades = values(both).getLast();
        add("values of two profiles exchanged", withValues(both, pades, gm), "NOT_A_SIGNATURE");
        add("seal put under another text", changedText(both), "DIGEST_DIFFERS");
        add("other GM profile", Bytes.replaceAll(both, "GM.sm2seal", "GM.sm2sign"), "GM_PROFILE_UNKNOWN");
        byte[] twice = genuineTwice();
        List<String> two = values(twice);
        add("values of two signatures exchanged", withValues(twice, two.get(1), two.get(0)), "DIGEST_DIFFERS");
    }

    private void revisions() {
        revised("page painted over", document -> paint(document, 0), "CHANGES");
        revised("annotation that looks like a stamp", PdfAttacks::stamp, "CHANGES");
        revised("page added", document -> PdfFixtures.addPage(document, PDRectangle.A4, 0, "more"), "CHANGES");
        revised(
                "page taken out",
                document -> {
                    document.removePage(1);
                    document.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
                },
                "CHANGES");
        revised(
                "page turned",
                document -> {
                    document.getPage(0).setRotation(180);
                    document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
                },
                "CHANGES");
        revised(
                "page cropped",
                document -> {
                    document.getPage(0).setCropBox(new PDRectangle(0, 400, 595, 442));
                    document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
                },
                "CHANGES");
        revised(
                "imprint moved",
                document -> {
                    var widget = document.getSignatureFields()
                            .getFirst()
                            .getWidgets()
                            .getFirst();
                    widget.setRectangle(new PDRectangle(10, 10, 135, 135));
                    widget.getCOSObject().setNeedToBeUpdated(true);
                },
                "CHANGES");
        revised(
                "script that runs on opening",
                document -> {
                    document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
                    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                },
                "CHANGES");
        revised(
                "layer that hides content",
                document -> {
                    COSDictionary properties = new COSDictionary();
                    properties.setItem(COSName.getPDFName("OCGs"), new COSArray());
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, properties);
                    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                },
                "CHANGES");
        revised(
                "font exchanged",
                document -> {
                    COSDictionary page = document.getPage(0).getCOSObject();
                    COSDictionary fonts =
                            page.getCOSDictionary(COSName.RESOURCES).getCOSDictionary(COSName.FONT);
                    COSDictionary font =
                            fonts.getCOSDictionary(fonts.keySet().iterator().next());
                    font.setItem(COSName.BASE_FONT, COSName.getPDFName("Symbol"));
                    font.setNeedToBeUpdated(true);
                },
                "CHANGES");
        revised(
                "content of a page exchanged",
                document -> {
                    COSStream content = document.getDocument().createCOSStream();
                    try (var out = content.createOutputStream()) {
                        out.write(Bytes.latin("BT ET"));
                    }
                    document.getPage(2).getCOSObject().setItem(COSName.CONTENTS, content);
                    document.getPage(2).getCOSObject().setNeedToBeUpdated(true);
                },
                "CHANGES");
        add("bytes appended", Bytes.join(sealed, Bytes.latin("\n% paid in full\n")), "CHANGES");
        add(
                "page painted over before a second signature",
                seal(PdfFixtures.revise(sealed, document -> paint(document, 0)), SEAL),
                "CHANGES");
        add(
                "signature of a stranger over a painted page",
                seal(PdfFixtures.revise(sealed, document -> paint(document, 0)), STRANGERS.issueSeal("x", "1")),
                "CHANGES");
    }

    private void files() {
        add("nothing", new byte[0], "EMPTY");
        add("a web page", Bytes.latin("<html>%PDX-1.7</html>"), "NOT_PDF");
        add(
                "a file in front of the document",
                Bytes.join(Bytes.latin("GIF89a\n"), sealed),
                "BYTE_RANGE:GAP_IS_NOT_THE_VALUE");
        add("nothing but a header", Bytes.latin("%PDF-1.7\n"), "BROKEN");
        add("truncated file", Arrays.copyOf(sealed, CONTRACT.length / 2), "BROKEN");
        add("file closed by a password", locked(), "ENCRYPTED");
        add("document without pages", PdfFixtures.document(document -> {}), "NO_PAGES");
        add("document that goes in circles", plain("<</Type/Pages/Count 1/Kids[2 0 R]>>", "", false), "NO_PAGES");
        add("cross-references that lead back to themselves", plain(ONE_PAGE, "", true), "REPAIRED");
        add("root that is no catalogue", plain(ONE_PAGE, "/Root 3 0 R", false), "BROKEN");
    }

    private void bombs() {
        add(
                "stream that unpacks without end",
                PdfFixtures.document(document -> {
                    PDPage page = new PDPage();
                    document.addPage(page);
                    COSStream bomb = document.getDocument().createCOSStream();
                    try (var out = bomb.createOutputStream(COSName.FLATE_DECODE)) {
                        byte[] zeros = new byte[1 << 20];
                        for (int i = 0; i < 300; i++) {
                            out.write(zeros);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    page.getCOSObject().setItem(COSName.CONTENTS, bomb);
                }),
                "TOO_COMPLEX");
        add(
                "arrays without end",
                Bytes.join(Bytes.latin("%PDF-1.7\n1 0 obj\n" + "[".repeat(200_000)), Bytes.latin("\n%%EOF")),
                "BROKEN");
        add("pages without end", manyPages(), "TOO_MANY_PAGES");
        add("objects without end", manyObjects(), "TOO_COMPLEX");
    }

    private static byte[] manyPages() {
        return PdfFixtures.document(document -> {
            for (int i = 0; i < 2_100; i++) {
                document.addPage(new PDPage());
            }
        });
    }

    private static byte[] manyObjects() {
        StringBuilder objects = new StringBuilder("%PDF-1.7\n");
        for (int i = 1; i < 600_000; i++) {
            objects.append(i).append(" 0 obj null endobj\n");
        }
        return Bytes.latin(objects + "trailer<</Size 600000/Root 1 0 R>>\nstartxref\n0\n%%EOF");
    }

    /** A small file by hand: a catalogue, a tree of pages and a page. */
    private static byte[] plain(String pages, String inTrailer, boolean backToItself) {
        String[] objects = {"<</Type/Catalog/Pages 2 0 R>>", pages, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"};
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format("%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        int start = file.length();
        return Bytes.latin(file.toString() + table + "trailer<</Size 4/Root 1 0 R" + inTrailer
                + (backToItself ? "/Prev " + start : "") + ">>\nstartxref\n" + start + "\n%%EOF\n");
    }

    private static byte[] locked() {
        try (PDDocument document = Loader.loadPDF(CONTRACT)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void paint(PDDocument document, int index) throws IOException {
        PDPage page = document.getPage(index);
        try (PDPageContentStream pen =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            pen.setNonStrokingColor(1f, 1f, 1f);
            pen.addRect(50, 500, 400, 200);
            pen.fill();
        }
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static void stamp(PDDocument document) throws IOException {
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setName("Approved");
        stamp.setRectangle(new PDRectangle(100, 100, 120, 120));
        List<PDAnnotation> annotations = new ArrayList<>(document.getPage(0).getAnnotations());
        annotations.add(stamp);
        document.getPage(0).setAnnotations(annotations);
        document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
    }

    private static long[] numbers(byte[] file) {
        Matcher range = last(RANGE, file);
        return Arrays.stream(range.group(1).strip().split("\\s+"))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private void range(String name, long[] numbers, String fault) {
        Matcher range = last(RANGE, sealed);
        StringBuilder text = new StringBuilder();
        for (long number : numbers) {
            text.append(number).append(' ');
        }
        int room = range.end(1) - range.start(1);
        String padded = String.format("%-" + room + "s", text.toString().strip());
        if (padded.length() != room) {
            throw new IllegalArgumentException("No room for " + padded);
        }
        add(name, Bytes.put(sealed, range.start(1), Bytes.latin(padded)), "BYTE_RANGE:" + fault);
    }

    private static Matcher last(Pattern pattern, byte[] file) {
        Matcher matcher = pattern.matcher(Bytes.latin(file));
        int start = -1;
        while (matcher.find()) {
            start = matcher.start();
        }
        matcher.find(start);
        return matcher;
    }

    private static String value(byte[] file) {
        return values(file).getLast();
    }

    private static List<String> values(byte[] file) {
        List<String> values = new ArrayList<>();
        Matcher matcher = CONTENTS.matcher(Bytes.latin(file));
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        return values;
    }

    private static byte[] withValue(byte[] file, String value) {
        Matcher contents = last(CONTENTS, file);
        int room = contents.end(1) - contents.start(1);
        String fitted = value.length() > room ? value.substring(0, room) : value + "0".repeat(room - value.length());
        return Bytes.put(file, contents.start(1), Bytes.latin(fitted));
    }

    private static byte[] withValues(byte[] file, String first, String second) {
        Matcher contents = CONTENTS.matcher(Bytes.latin(file));
        byte[] changed = file;
        for (String value : List.of(first, second)) {
            if (!contents.find()) {
                throw new IllegalArgumentException("Nothing to attack");
            }
            int room = contents.end(1) - contents.start(1);
            String fitted =
                    value.length() > room ? value.substring(0, room) : value + "0".repeat(room - value.length());
            changed = Bytes.put(changed, contents.start(1), Bytes.latin(fitted));
        }
        return changed;
    }

    /** One bit of the signature itself, which stands at the end of the structure before the padding. */
    private static String flipped(String value) {
        String bare = value.replaceFirst("(00)+$", "");
        int at = bare.length() - 3;
        char digit = bare.charAt(at) == '1' ? '2' : '1';
        return value.substring(0, at) + digit + value.substring(at + 1);
    }

    private static byte[] changedText(byte[] file) {
        int at = Bytes.find(file, "/MediaBox", 0);
        int digit = at + Bytes.latin(Arrays.copyOfRange(file, at, at + 40)).indexOf("841");
        return Bytes.put(file, digit, '7');
    }

    private void revised(String name, PdfFixtures.Revision revision, String reason) {
        add(name, PdfFixtures.revise(sealed, revision), reason);
    }

    private static byte[] seal(byte[] file, TestAuthority.Seal seal) {
        return new PdfSealer()
                .seal(file, PdfFixtures.order(file, new Placement(1, 1_200, 2_200)), seal.signer())
                .bytes();
    }

    private void add(String name, byte[] file, String reason) {
        attacks.add(new Attack("PDF: " + name, file, reason));
    }
}
