package org.yinxin.sealing.ofd;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** OFD files of others, and small ones made by the tests. */
public final class OfdFiles {

    private static final Path FOLDER = Path.of("../shared/fixtures/ofd");

    private OfdFiles() {}

    public static byte[] fixture(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "The fixtures are not beside the project: " + file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of an unsigned document of so many pages. */
    public static Map<String, byte[]> parts(int pages) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "OFD.xml",
                xml("<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody>"
                        + "<ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo>"
                        + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
        StringBuilder list = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            list.append("<ofd:Page ID=\"" + (page + 1) + "\" BaseLoc=\"Pages/Page_" + page + "/Content.xml\"/>");
        }
        parts.put(
                "Doc_0/Document.xml",
                xml("<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData><ofd:MaxUnitID>9"
                        + "</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                        + "</ofd:CommonData><ofd:Pages>" + list + "</ofd:Pages></ofd:Document>"));
        for (int page = 0; page < pages; page++) {
            parts.put(
                    "Doc_0/Pages/Page_" + page + "/Content.xml",
                    xml("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content/></ofd:Page>"));
        }
        return parts;
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] xml(String text) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
