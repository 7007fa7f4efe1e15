package org.yinxin.bench;

import java.util.Map;
import org.yinxin.sealing.ofd.OfdFiles;

/** OFD documents as offices write them: a contract's text, about five kilobytes a page before packing. */
final class OfdPages {

    private static final int LINES = 20;
    private static final String TEXT = "甲乙双方经友好协商就设备采购事宜达成如下协议并共同遵守本合同所列各项条款约定";

    private OfdPages() {}

    static Map<String, byte[]> parts(int pages) {
        Map<String, byte[]> parts = OfdFiles.parts(pages);
        for (int page = 0; page < pages; page++) {
            parts.put("Doc_0/Pages/Page_" + page + "/Content.xml", page(page));
        }
        parts.put(
                "Doc_0/PublicRes.xml",
                OfdFiles.xml("<ofd:Res xmlns:ofd=\"http://www.ofdspec.org/2016\" BaseLoc=\"Res\"><ofd:Fonts>"
                        + "<ofd:Font ID=\"3\" FontName=\"宋体\" FamilyName=\"宋体\"/></ofd:Fonts></ofd:Res>"));
        return parts;
    }

    private static byte[] page(int page) {
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            int turn = (page * 7 + line * 3) % TEXT.length();
            lines.append("<ofd:TextObject ID=\"%d\" Boundary=\"25 %d 160 8\" Font=\"3\" Size=\"4.2333\">"
                            .formatted(1000 + page * 100 + line, 25 + 12 * line))
                    .append("<ofd:TextCode X=\"0\" Y=\"4.7625\" DeltaX=\"g %d 4.2333\">".formatted(TEXT.length() - 1))
                    .append(TEXT, turn, TEXT.length())
                    .append(TEXT, 0, turn)
                    .append("</ofd:TextCode></ofd:TextObject>");
        }
        return OfdFiles.xml("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer ID=\"2\">"
                + lines + "</ofd:Layer></ofd:Content></ofd:Page>");
    }
}
