package org.yinxin.sealing.ofd;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document of a package (DocBody, GB/T 33190-2016, 7.4) as its root part describes it. Page contents are not looked
 * at until somebody asks for them.
 *
 * @param index of the document body in OFD.xml, from 0
 * @param path of the root part, usually {@code Doc_0/Document.xml}
 * @param root the root part's XML
 * @param maxUnitId the highest number given to anything in the document so far
 * @param area the physical box of pages that have none of their own
 * @param resources paths of public and document resources
 * @param annotations path of the list of annotations
 * @param attachments path of the list of attachments
 * @param signatures path of the list of signatures
 */
public record OfdDocument(
        int index,
        String path,
        XmlElement root,
        long maxUnitId,
        OfdBox area,
        List<OfdPage> pages,
        List<OfdTemplate> templates,
        List<String> resources,
        @Nullable String annotations,
        @Nullable String attachments,
        @Nullable String signatures) {

    public OfdDocument {
        pages = List.copyOf(pages);
        templates = List.copyOf(templates);
        resources = List.copyOf(resources);
    }

    /**
     * All documents of the package, in the order of OFD.xml.
     *
     * @throws OfdRefusedException when it is not an OFD package, or its structure is broken or ambiguous
     */
    public static List<OfdDocument> readAll(OfdPackage contents) {
        return new DocumentReader(contents).readAll();
    }

    public Optional<OfdPage> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /** The paper of a page: its own physical box, or the document's. */
    public OfdBox area(OfdPackage contents, OfdPage page) {
        XmlElement own = contents.xml(page.path()).child("Area");
        return (own == null ? Optional.<OfdBox>empty() : OfdBox.parse(own.childText("PhysicalBox"))).orElse(area);
    }
}
