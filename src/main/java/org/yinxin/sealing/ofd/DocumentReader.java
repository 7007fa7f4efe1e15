package org.yinxin.sealing.ofd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads OFD.xml and the documents' root parts (GB/T 33190-2016, 7.4 and 7.5). */
final class DocumentReader {

    static final String ENTRANCE = "OFD.xml";
    /** A4, for documents that name no area at all. */
    private static final OfdBox A4 = new OfdBox(0, 0, 210, 297);

    private final OfdPackage contents;
    private final OfdLimits limits;

    DocumentReader(OfdPackage contents) {
        this.contents = contents;
        this.limits = contents.limits();
    }

    List<OfdDocument> readAll() {
        if (!contents.has(ENTRANCE)) {
            throw new OfdRefusedException(OfdRefusal.NOT_OFD);
        }
        XmlElement entrance = contents.xml(ENTRANCE);
        if (!"OFD".equals(entrance.name()) || !entrance.isOfd()) {
            throw new OfdRefusedException(OfdRefusal.NOT_OFD, ENTRANCE);
        }
        List<OfdDocument> documents = new ArrayList<>();
        for (XmlElement body : entrance.children("DocBody")) {
            documents.add(document(documents.size(), body));
        }
        if (documents.isEmpty()) {
            throw new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, ENTRANCE);
        }
        return documents;
    }

    private OfdDocument document(int index, XmlElement body) {
        String location = once(body, "DocRoot", ENTRANCE);
        if (location == null) {
            throw new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, ENTRANCE);
        }
        String path = OfdPath.resolve(contents, ENTRANCE, location);
        XmlElement root = contents.xml(path);
        XmlElement common = root.child("CommonData");
        if (!"Document".equals(root.name()) || !root.isOfd() || common == null) {
            throw new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, path);
        }
        XmlElement area = common.child("PageArea");
        String signatures = once(body, "Signatures", ENTRANCE);
        return new OfdDocument(
                index,
                path,
                root,
                number(common.childText("MaxUnitID")),
                area == null ? A4 : OfdBox.parse(area.childText("PhysicalBox")).orElse(A4),
                pages(path, root),
                templates(path, common),
                resources(path, common),
                located(path, once(root, "Annotations", path)),
                located(path, once(root, "Attachments", path)),
                located(ENTRANCE, signatures));
    }

    private List<OfdPage> pages(String path, XmlElement root) {
        List<XmlElement> lists = root.children("Pages");
        if (lists.size() > 1) {
            throw new OfdRefusedException(OfdRefusal.AMBIGUOUS, path);
        }
        List<XmlElement> listed = lists.isEmpty() ? List.of() : lists.getFirst().children("Page");
        if (listed.isEmpty()) {
            throw new OfdRefusedException(OfdRefusal.NO_PAGES, path);
        }
        if (listed.size() > limits.pages()) {
            throw new OfdRefusedException(OfdRefusal.TOO_MANY_PAGES, path);
        }
        Set<String> ids = new HashSet<>();
        List<OfdPage> pages = new ArrayList<>(listed.size());
        for (XmlElement page : listed) {
            String id = required(page, "ID", path);
            if (!ids.add(id)) {
                throw new OfdRefusedException(OfdRefusal.AMBIGUOUS, path);
            }
            pages.add(new OfdPage(
                    pages.size() + 1, id, OfdPath.resolve(contents, path, required(page, "BaseLoc", path))));
        }
        return pages;
    }

    private List<OfdTemplate> templates(String path, XmlElement common) {
        List<OfdTemplate> templates = new ArrayList<>();
        for (XmlElement template : common.children("TemplatePage")) {
            String location = required(template, "BaseLoc", path);
            templates.add(new OfdTemplate(required(template, "ID", path), OfdPath.resolve(contents, path, location)));
        }
        return templates;
    }

    private List<String> resources(String path, XmlElement common) {
        List<String> resources = new ArrayList<>();
        for (XmlElement child : common.children()) {
            boolean resource = "PublicRes".equals(child.name()) || "DocumentRes".equals(child.name());
            if (resource && child.isOfd() && !child.text().isEmpty()) {
                resources.add(OfdPath.resolve(contents, path, child.text()));
            }
        }
        return resources;
    }

    private @Nullable String located(String part, @Nullable String location) {
        return location == null ? null : OfdPath.resolve(contents, part, location);
    }

    private static @Nullable String once(XmlElement parent, String name, String part) {
        if (parent.children(name).size() > 1) {
            throw new OfdRefusedException(OfdRefusal.AMBIGUOUS, part);
        }
        return parent.childText(name);
    }

    static String required(XmlElement element, String attribute, String part) {
        String value = element.attribute(attribute);
        if (value == null || value.isBlank()) {
            throw new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, part);
        }
        return value.strip();
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
