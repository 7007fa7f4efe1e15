package org.yinxin.attacks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.drawing.OfdPageRenderer;
import org.yinxin.sealing.ofd.drawing.TooCostlyException;
import org.yinxin.sealing.ofd.stamp.OfdOrders;
import org.yinxin.sealing.ofd.stamp.OfdSealer;
import org.yinxin.sealing.ofd.stamp.SealHolder;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampPlan;

/** Attacks on OFD files: on the package, on its XML, and on the signatures of a document that was properly sealed. */
final class OfdAttacks {

    static final SealHolder HOLDER = new SealHolder("杭州测试科技有限公司");
    private static final SealHolder STRANGER = new SealHolder("杭州测试科技有限公司");
    private static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";

    private final List<Attack> attacks = new ArrayList<>();
    private final byte[] sealed = seal(OfdFiles.zip(OfdFiles.parts(3)), HOLDER);
    private final Map<String, byte[]> parts = unpack(sealed);
    private final String signatureXml = only("Signature.xml");
    private final String signaturesXml = only("Signatures.xml");
    private final String signedValue = only("SignedValue.dat");

    static byte[] genuine() {
        return new OfdAttacks().sealed;
    }

    static byte[] genuineTwice() {
        return seal(new OfdAttacks().sealed, HOLDER);
    }

    /** The file with one of its parts, whichever the number falls on, put through a change. */
    static byte[] withPart(byte[] file, int number, UnaryOperator<byte[]> change) {
        Map<String, byte[]> files = unpack(file);
        String name = List.copyOf(files.keySet()).get(Math.floorMod(number, files.size()));
        files.put(name, change.apply(files.get(name)));
        return OfdFiles.zip(files);
    }

    /** Draws the page with the imprint. */
    static String draw(byte[] file) {
        try {
            return "DRAWN "
                    + new OfdPageRenderer(OfdLimits.standard(), Duration.ofSeconds(10)).png(file, 2, 300).length;
        } catch (OfdRefusedException | TooCostlyException e) {
            return "REFUSED";
        }
    }

    static List<Attack> all() {
        OfdAttacks all = new OfdAttacks();
        all.names();
        all.container();
        all.xml();
        all.document();
        all.content();
        all.signatures();
        all.values();
        return all.attacks;
    }

    private void names() {
        added("zip slip", "../../etc/cron.d/x", "UNSAFE_NAME");
        added("zip slip from within", "Doc_0/../../x", "UNSAFE_NAME");
        added("absolute name", "/etc/passwd", "UNSAFE_NAME");
        added("name with a backslash", "..\\x", "UNSAFE_NAME");
        added("name with a drive", "C:x", "UNSAFE_NAME");
        added("name with a control character", "Doc_0/\u0001", "UNSAFE_NAME");
        added("name that differs in case only", "ofd.XML", "NAMES_COLLIDE");
        added("file that is a folder too", PAGE + "/x", "NAMES_COLLIDE");
        added("folders without end", "a/".repeat(40) + "x", "TOO_DEEP");
    }

    private void container() {
        Map<String, byte[]> twice = parts();
        twice.put("OFD.xmk", parts.get("OFD.xml"));
        add("entry that stands twice", Bytes.replaceAll(OfdFiles.zip(twice), "OFD.xmk", "OFD.xml"), "DUPLICATE_NAME");
        byte[] zip = OfdFiles.zip(parts());
        add("header that names another file", Bytes.put(zip, Bytes.find(zip, "OFD.xml", 0), 'o'), "HEADERS_DISAGREE");
        add("bytes before the first entry", Bytes.join(new byte[] {'M', 'Z'}, zip), "BYTES_OUTSIDE_ENTRIES");
        add("bytes behind the end", Bytes.join(zip, new byte[] {0}), "BYTES_OUTSIDE_ENTRIES");
        int directory = Bytes.find(zip, "PK\u0001\u0002", 0);
        add(
                "symbolic link",
                Bytes.put(Bytes.put(zip, directory + 5, 3), directory + 40, 0xff, 0xa1),
                "NOT_A_PLAIN_FILE");
        add("encrypted entry", Bytes.put(zip, directory + 8, zip[directory + 8] | 1), "ENCRYPTED");
        add("entry packed by other means", Bytes.put(zip, directory + 10, 14), "METHOD_NOT_SUPPORTED");
        add("entry that points at another's data", overlapping(zip), "HEADERS_DISAGREE");
        add("size beyond 4 GiB", Bytes.put(zip, directory + 20, 255, 255, 255, 255), "ZIP_BROKEN");
        add("truncated package", Arrays.copyOf(zip, zip.length / 2), "NOT_ZIP");
        Map<String, byte[]> bomb = parts();
        bomb.put("Doc_0/bomb", new byte[64 << 20]);
        add("deflate bomb", OfdFiles.zip(bomb), "UNPACKS_TOO_LARGE");
        Map<String, byte[]> crowd = parts();
        for (int i = 0; i < 60_000; i++) {
            crowd.put("c/" + i, new byte[0]);
        }
        add("tens of thousands of entries", OfdFiles.zip(crowd), "TOO_MANY_ENTRIES");
        byte[] packed = OfdPackage.read(zip, OfdLimits.standard()).write();
        add("content with a wrong check sum", wrongCheckSum(packed), "CONTENT_BROKEN");
    }

    private void xml() {
        String head = "<?xml version=\"1.0\"?>";
        entrance(
                "external entity",
                head + "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ofd:OFD " + NAMESPACE
                        + ">&x;</ofd:OFD>",
                "XML_DOCTYPE");
        StringBuilder laughs = new StringBuilder(head + "<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        entrance("billion laughs", laughs + "]><a>&l11;</a>", "XML_DOCTYPE");
        entrance("external subset", head + "<!DOCTYPE a SYSTEM \"http://example.com/a.dtd\"><a/>", "XML_DOCTYPE");
        entrance("elements without end", head + "<a>".repeat(100_000), "XML_TOO_DEEP");
        StringBuilder attributes = new StringBuilder(head + "<a");
        for (int i = 0; i < 20_000; i++) {
            attributes.append(" a" + i + "=\"\"");
        }
        entrance("attributes without end", attributes + "/>", "XML_BROKEN");
        entrance("two roots", head + "<a/><b/>", "XML_BROKEN");
        entrance("another document altogether", head + "<html/>", "NOT_OFD");
        entrance("no document", "", "XML_BROKEN");
    }

    private void document() {
        edited(
                "page outside the package",
                "Doc_0/Document.xml",
                "Pages/Page_0/Content.xml",
                "../../../etc/passwd",
                "UNSAFE_NAME");
        edited("page that is not there", "Doc_0/Document.xml", "Pages/Page_0/", "Pages/Page_9/", "PART_CHANGED");
        edited(
                "second list of pages",
                "Doc_0/Document.xml",
                "</ofd:Document>",
                "<ofd:Pages/></ofd:Document>",
                "AMBIGUOUS");
        edited(
                "second root of the document",
                "OFD.xml",
                "</ofd:DocRoot>",
                "</ofd:DocRoot><ofd:DocRoot>x</ofd:DocRoot>",
                "AMBIGUOUS");
        changed(
                "document without pages",
                files -> files.put(
                        "Doc_0/Document.xml",
                        Bytes.latin(Bytes.latin(files.get("Doc_0/Document.xml")).replaceAll("<ofd:Page [^>]*/>", ""))),
                "NO_PAGES");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            many.append("<ofd:Page ID=\"" + (i + 100) + "\" BaseLoc=\"Pages/Page_0/Content.xml\"/>");
        }
        edited("pages without end", "Doc_0/Document.xml", "</ofd:Pages>", many + "</ofd:Pages>", "TOO_MANY_PAGES");
    }

    private void content() {
        changed("page edited", files -> files.put(PAGE, page("paid in full")), "PART_CHANGED");
        changed(
                "pages exchanged",
                files -> {
                    files.put(PAGE, files.get(PAGE).clone());
                    files.put("Doc_0/Pages/Page_1/Content.xml", page("1"));
                },
                "PART_CHANGED");
        changed("page taken out", files -> files.remove(PAGE), "PART_MISSING");
        changed("part added that nobody signed", files -> files.put("Doc_0/Res/x.png", new byte[9]), "PART_UNCOVERED");
        changed(
                "annotation added that nobody signed",
                files -> files.put(
                        "Doc_0/Annots/Page_0/Annotation.xml", OfdFiles.xml("<ofd:PageAnnot " + NAMESPACE + "/>")),
                "PART_UNCOVERED");
        edited("page's size changed", "Doc_0/Document.xml", "0 0 210 297", "0 0 100 100", "PART_CHANGED");
        edited(
                "entrance leads to another document",
                "OFD.xml",
                "Doc_0/Document.xml",
                "Doc_0/./Document.xml",
                "PART_CHANGED");
    }

    private void signatures() {
        edited(
                "imprint moved to another page",
                signatureXml,
                "PageRef=\"2\"",
                "PageRef=\"3\"",
                "DATA_HASH:DATA_CHANGED");
        changed(
                "digest exchanged for that of an edited page",
                files -> {
                    files.put(PAGE, page("paid in full"));
                    String description = text(files, signatureXml);
                    files.put(
                            signatureXml,
                            description
                                    .replaceFirst("(?<=<ofd:CheckValue>)[^<]+", OfdOrders.sm3(page("paid in full")))
                                    .getBytes(StandardCharsets.UTF_8));
                },
                "PART_CHANGED");
        edited(
                "second list of digests",
                signatureXml,
                "</ofd:SignedInfo>",
                "<ofd:References CheckMethod=\"SM3\"/></ofd:SignedInfo>",
                "DESCRIPTION_AMBIGUOUS");
        edited(
                "digests in a foreign namespace",
                signatureXml,
                "<ofd:References",
                "<x:References xmlns:x=\"urn:x\"/><ofd:References",
                "DESCRIPTION_AMBIGUOUS");
        edited(
                "keyed digest algorithm",
                signatureXml,
                "CheckMethod=\"1.2.156.10197.1.401\"",
                "CheckMethod=\"HMAC\"",
                "DIGEST_NOT_SUPPORTED");
        edited(
                "weak digest algorithm",
                signatureXml,
                "CheckMethod=\"1.2.156.10197.1.401\"",
                "CheckMethod=\"MD5\"",
                "DIGEST_NOT_SUPPORTED");
        changed("signature without a description", files -> files.remove(signatureXml), "DESCRIPTION_MISSING");
        changed(
                "list that leads out of the package",
                files -> files.put(
                        signaturesXml,
                        text(files, signaturesXml)
                                .replaceFirst("BaseLoc=\"[^\"]+\"", "BaseLoc=\"/../../x\"")
                                .getBytes(StandardCharsets.UTF_8)),
                "UNSAFE_NAME");
        changed(
                "signature listed twice",
                files -> files.put(
                        signaturesXml,
                        text(files, signaturesXml)
                                .replaceFirst("(<ofd:Signature [^>]*/>)", "$1$1")
                                .getBytes(StandardCharsets.UTF_8)),
                "AMBIGUOUS");
        Map<String, byte[]> twice = unpack(seal(sealed, HOLDER));
        twice.put(
                signaturesXml,
                new String(twice.get(signaturesXml), StandardCharsets.UTF_8)
                        .replaceFirst("<ofd:Signature [^>]*Sign_?1[^>]*/>", "")
                        .getBytes(StandardCharsets.UTF_8));
        add("last signature dropped from the list", OfdFiles.zip(twice), "PART_UNCOVERED");
    }

    private void values() {
        add(
                "another authority's seal of the same name",
                seal(OfdFiles.zip(OfdFiles.parts(3)), STRANGER),
                "MAKER_CHAIN:ISSUER_UNKNOWN");
        byte[] foreign = unpack(seal(OfdFiles.zip(OfdFiles.parts(2)), HOLDER)).get(signedValue);
        changed(
                "signature value of another document",
                files -> files.put(signedValue, foreign),
                "DATA_HASH:DATA_CHANGED");
        byte[] value = parts.get(signedValue);
        changed(
                "genuine seal under a stranger's signature",
                files -> files.put(
                        signedValue, OfdOrders.signedBy(STRANGER, HOLDER, files.get(signatureXml), "/" + signatureXml)),
                "SIGNER_LISTED:NOT_LISTED");
        changed(
                "signature made for another description",
                files -> files.put(
                        signedValue,
                        OfdOrders.signedBy(
                                HOLDER, HOLDER, files.get(signatureXml), "/Doc_0/Signs/Sign_7/Signature.xml")),
                "MADE_FOR_ANOTHER");
        changed(
                "digests of one part alone, properly signed",
                files -> {
                    byte[] fewer = text(files, signatureXml)
                            .replaceAll("(?s)<ofd:Reference FileRef=\"/(?!OFD.xml)[^>]*>.*?</ofd:Reference>", "")
                            .getBytes(StandardCharsets.UTF_8);
                    files.put(signatureXml, fewer);
                    files.put(signedValue, OfdOrders.signedBy(HOLDER, HOLDER, fewer, "/" + signatureXml));
                },
                "PART_UNCOVERED");
        changed("signature value of nothing", files -> files.put(signedValue, new byte[0]), "VALUE_BROKEN");
        changed(
                "signature value cut off",
                files -> files.put(signedValue, Arrays.copyOf(value, value.length / 2)),
                "VALUE_BROKEN");
        changed(
                "bytes behind the signature value",
                files -> files.put(signedValue, Bytes.join(value, new byte[] {0})),
                "VALUE_BROKEN");
        changed("sequences without end", files -> files.put(signedValue, nested()), "VALUE_BROKEN");
        changed(
                "length beyond the file",
                files -> files.put(signedValue, new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1, 1, 2}),
                "VALUE_BROKEN");
        changed(
                "signature value with one bit changed",
                files -> files.put(signedValue, Bytes.flip(value, value.length - 5)),
                "SIGNATURE:SIGNATURE_WRONG");
    }

    private static byte[] nested() {
        byte[] nested = new byte[40_000];
        for (int i = 0; i < nested.length; i += 4) {
            int rest = nested.length - i - 4;
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x82;
            nested[i + 2] = (byte) (rest >> 8);
            nested[i + 3] = (byte) rest;
        }
        return nested;
    }

    /** The second entry's place is that of the first. */
    private static byte[] overlapping(byte[] zip) {
        int first = Bytes.find(zip, "PK\u0001\u0002", 0);
        int second = Bytes.find(zip, "PK\u0001\u0002", first + 4);
        return Bytes.put(zip, second + 42, zip[first + 42], zip[first + 43], zip[first + 44], zip[first + 45]);
    }

    private static byte[] wrongCheckSum(byte[] zip) {
        int data = Bytes.find(zip, "OFD.xml", 0) + 7;
        return Bytes.flip(zip, data + 20);
    }

    private void added(String attack, String name, String reason) {
        changed(attack, files -> files.put(name, new byte[] {1}), reason);
    }

    private void entrance(String attack, String xml, String reason) {
        changed(attack, files -> files.put("OFD.xml", xml.getBytes(StandardCharsets.UTF_8)), reason);
    }

    private void edited(String attack, String part, String from, String to, String reason) {
        changed(
                attack,
                files -> {
                    String before = text(files, part);
                    if (!before.contains(from)) {
                        throw new IllegalArgumentException(
                                "Nothing to attack in " + part + ": " + from + "\n" + before);
                    }
                    files.put(part, before.replace(from, to).getBytes(StandardCharsets.UTF_8));
                },
                reason);
    }

    private void changed(String attack, Consumer<Map<String, byte[]>> change, String reason) {
        Map<String, byte[]> files = parts();
        change.accept(files);
        add(attack, OfdFiles.zip(files), reason);
    }

    private void add(String name, byte[] file, String reason) {
        attacks.add(new Attack("OFD: " + name, file, reason));
    }

    private Map<String, byte[]> parts() {
        return new LinkedHashMap<>(parts);
    }

    private static String text(Map<String, byte[]> files, String part) {
        return new String(files.get(part), StandardCharsets.UTF_8);
    }

    private static byte[] page(String words) {
        return OfdFiles.xml("<ofd:Page " + NAMESPACE + "><ofd:Content/><!--" + words + "--></ofd:Page>");
    }

    private String only(String end) {
        return parts.keySet().stream()
                .filter(name -> name.endsWith("/" + end))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] seal(byte[] file, SealHolder holder) {
        StampPlan plan = StampPlan.at(new Placement(2, 1_000, 2_000));
        return new OfdSealer(OfdLimits.standard())
                .seal(file, OfdOrders.order(holder, file, plan), holder.signer())
                .bytes();
    }

    private static Map<String, byte[]> unpack(byte[] file) {
        OfdPackage contents = OfdPackage.read(file, OfdLimits.standard());
        Map<String, byte[]> unpacked = new LinkedHashMap<>();
        contents.paths().forEach(path -> unpacked.put(path, contents.bytes(path)));
        return unpacked;
    }
}
