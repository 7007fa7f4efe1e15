package org.yinxin.sealing.ofd.stamp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.yinxin.sealing.ofd.OfdRefusal;
import org.yinxin.sealing.ofd.OfdRefusedException;

/**
 * Enters the list of signatures into OFD.xml, whose other bytes stay as they are. Works on bytes, as the marks of XML are
 * the same in all encodings that OFD files come in.
 */
final class DocBody {

    private static final String NAME = "DocBody";
    private static final String PART = "OFD.xml";

    private final byte[] xml;
    private int at;

    private DocBody(byte[] xml) {
        this.xml = xml;
    }

    /** @param list the location of the list, without characters that XML would have to escape */
    static byte[] withSignatures(byte[] xml, String list) {
        return new DocBody(xml).spliced(list);
    }

    private byte[] spliced(String list) {
        String name = endOfBody();
        String prefix = name.substring(0, name.length() - NAME.length());
        String element = "<" + prefix + "Signatures>" + list + "</" + prefix + "Signatures>";
        ByteArrayOutputStream spliced = new ByteArrayOutputStream(xml.length + element.length());
        spliced.write(xml, 0, at);
        spliced.writeBytes(element.getBytes(StandardCharsets.US_ASCII));
        spliced.write(xml, at, xml.length - at);
        return spliced.toByteArray();
    }

    /** Goes to the first DocBody's end tag and answers with its name. */
    private String endOfBody() {
        int depth = 0;
        while (find("<", at)) {
            if (startsWith("<!--")) {
                skip("-->");
            } else if (startsWith("<![CDATA[")) {
                skip("]]>");
            } else if (startsWith("<?")) {
                skip("?>");
            } else if (startsWith("</")) {
                depth--;
                String name = name(at + 2);
                if (depth == 1 && (name.equals(NAME) || name.endsWith(":" + NAME))) {
                    return name;
                }
                skip(">");
            } else if (!endsItself()) {
                depth++;
            }
        }
        throw broken();
    }

    /** Goes behind a start tag. */
    private boolean endsItself() {
        byte quote = 0;
        for (; at < xml.length; at++) {
            byte here = xml[at];
            if (quote != 0) {
                quote = here == quote ? 0 : quote;
            } else if (here == '"' || here == '\'') {
                quote = here;
            } else if (here == '>') {
                return xml[at - 1] == '/';
            }
        }
        throw broken();
    }

    private String name(int from) {
        int end = from;
        while (end < xml.length && xml[end] != '>' && xml[end] > ' ') {
            end++;
        }
        return new String(xml, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private void skip(String mark) {
        if (!find(mark, at)) {
            throw broken();
        }
        at += mark.length();
    }

    private boolean find(String mark, int from) {
        for (at = from; at <= xml.length - mark.length(); at++) {
            if (startsWith(mark)) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWith(String mark) {
        if (at + mark.length() > xml.length) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (xml[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static OfdRefusedException broken() {
        return new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, PART);
    }
}
