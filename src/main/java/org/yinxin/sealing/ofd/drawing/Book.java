package org.yinxin.sealing.ofd.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdPage;
import org.yinxin.sealing.ofd.OfdPath;
import org.yinxin.sealing.ofd.OfdTemplate;
import org.yinxin.sealing.ofd.XmlElement;

/** The first document of a package with what its pages are drawn from: templates, resources, annotations, stamps. */
final class Book {

    private final OfdPackage contents;
    private final OfdDocument document;
    private final Resources resources;
    private final Map<String, XmlElement> templates = new HashMap<>();
    private final Map<String, List<String>> annotations = new HashMap<>();

    Book(OfdPackage contents) {
        this.contents = contents;
        this.document = OfdDocument.readAll(contents).getFirst();
        this.resources = new Resources(contents);
        document.resources().forEach(resources::add);
        String list = document.annotations();
        if (list != null && contents.has(list)) {
            annotations(list);
        }
    }

    private void annotations(String list) {
        for (XmlElement page : contents.xml(list).children("Page")) {
            for (XmlElement file : page.children("FileLoc")) {
                annotations
                        .computeIfAbsent(String.valueOf(page.attribute("PageID")), id -> new ArrayList<>())
                        .add(resolve(list, file.text()));
            }
        }
    }

    List<OfdPage> pages() {
        return document.pages();
    }

    OfdBox area(OfdPage page) {
        return document.area(contents, page);
    }

    XmlElement content(OfdPage page) {
        return contents.xml(page.path());
    }

    /** The document's resources, and before them those that the page names for itself. */
    Resources resources(OfdPage page) {
        Resources own = resources.forPage();
        content(page).children("PageRes").forEach(list -> own.add(resolve(page.path(), list.text())));
        return own;
    }

    @Nullable
    String defaultSpace() {
        XmlElement common = document.root().child("CommonData");
        return common == null ? null : common.childText("DefaultCS");
    }

    @Nullable
    XmlElement template(@Nullable String id) {
        for (OfdTemplate template : document.templates()) {
            if (template.id().equals(id) && contents.has(template.path())) {
                return templates.computeIfAbsent(template.path(), contents::xml);
            }
        }
        return null;
    }

    List<XmlElement> annotations(OfdPage page) {
        return annotations.getOrDefault(page.id(), List.of()).stream()
                .filter(contents::has)
                .flatMap(path -> contents.xml(path).children("Annot").stream())
                .toList();
    }

    List<Stamp> stamps(OfdPage page) {
        return Stamps.on(page, contents, document);
    }

    private String resolve(String part, String location) {
        return OfdPath.resolve(contents, part, location);
    }
}
