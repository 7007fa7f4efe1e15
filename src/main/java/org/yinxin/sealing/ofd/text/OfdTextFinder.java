package org.yinxin.sealing.ofd.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdPage;
import org.yinxin.sealing.ofd.OfdTemplate;
import org.yinxin.sealing.ofd.XmlElement;
import org.yinxin.sealing.plan.TextFinder;
import org.yinxin.sealing.plan.TextHit;

/** Finds a word in an OFD document: in its pages and in the templates that they show. */
public final class OfdTextFinder implements TextFinder {

    private final OfdLimits limits;

    public OfdTextFinder(OfdLimits limits) {
        this.limits = limits;
    }

    @Override
    public List<TextHit> find(byte[] file, String word) {
        OfdPackage contents = OfdPackage.read(file, limits);
        OfdDocument document = OfdDocument.readAll(contents).getFirst();
        Map<String, List<Run>> templates = new HashMap<>();
        WordSearch search = new WordSearch(word);
        List<TextHit> hits = new ArrayList<>();
        for (OfdPage page : document.pages()) {
            XmlElement content = contents.xml(page.path());
            List<Run> runs = new ArrayList<>();
            for (XmlElement shown : content.children("Template")) {
                template(document, shown)
                        .ifPresent(template -> runs.addAll(templates.computeIfAbsent(
                                template.path(), path -> ContentReader.runs(contents.xml(path)))));
            }
            runs.addAll(ContentReader.runs(content));
            OfdBox paper = document.area(contents, page);
            search.in(new PageText(runs)).forEach(box -> hits.add(hit(page.number(), box, paper)));
        }
        return hits;
    }

    private static Optional<OfdTemplate> template(OfdDocument document, XmlElement shown) {
        return document.templates().stream()
                .filter(template -> template.id().equals(shown.attribute("TemplateID")))
                .findFirst();
    }

    private static TextHit hit(int page, Box box, OfdBox paper) {
        return new TextHit(
                page,
                box.left() - paper.x(),
                box.top() - paper.y(),
                box.right() - box.left(),
                box.bottom() - box.top());
    }
}
