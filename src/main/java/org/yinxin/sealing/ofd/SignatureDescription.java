package org.yinxin.sealing.ofd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a Signature.xml so that there is one way only to understand it. */
final class SignatureDescription {

    private final OfdPackage contents;
    private final String path;

    SignatureDescription(OfdPackage contents, String path) {
        this.contents = contents;
        this.path = path;
    }

    OfdSignature read() {
        XmlElement root = contents.xml(path);
        StrictXml.check(root, "Signature", path);
        XmlElement info = StrictXml.only(root, "SignedInfo", path);
        XmlElement references = StrictXml.only(info, "References", path);
        StrictXml.atMostOne(info, "Seal", path);
        StrictXml.atMostOne(info, "SignatureMethod", path);
        StrictXml.atMostOne(info, "SignatureDateTime", path);
        XmlElement seal = info.child("Seal");
        return new OfdSignature(
                path,
                contents.bytes(path),
                provider(info.child("Provider")),
                text(info, "SignatureMethod"),
                text(info, "SignatureDateTime"),
                Objects.requireNonNullElse(references.attribute("CheckMethod"), "")
                        .strip(),
                references(references),
                stamps(info),
                seal == null
                        ? null
                        : located(StrictXml.only(seal, "BaseLoc", path).text()),
                located(StrictXml.only(root, "SignedValue", path).text()),
                parameters(info));
    }

    private List<OfdSignature.Reference> references(XmlElement list) {
        List<OfdSignature.Reference> references = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (XmlElement reference : list.children("Reference")) {
            String location = DocumentReader.required(reference, "FileRef", path);
            String digest = StrictXml.only(reference, "CheckValue", path).text();
            String part = located(location);
            if (!paths.add(part)) {
                throw new OfdRefusedException(OfdRefusal.AMBIGUOUS, path);
            }
            references.add(new OfdSignature.Reference(part, digest));
        }
        return references;
    }

    private List<OfdSignature.StampAnnotation> stamps(XmlElement info) {
        List<OfdSignature.StampAnnotation> stamps = new ArrayList<>();
        for (XmlElement stamp : info.children("StampAnnot")) {
            OfdBox boundary = OfdBox.parse(stamp.attribute("Boundary"))
                    .orElseThrow(() -> new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, path));
            stamps.add(new OfdSignature.StampAnnotation(
                    Objects.requireNonNullElse(stamp.attribute("ID"), ""),
                    DocumentReader.required(stamp, "PageRef", path),
                    boundary,
                    OfdBox.parse(stamp.attribute("Clip")).orElse(null)));
        }
        return stamps;
    }

    private Map<String, String> parameters(XmlElement info) {
        StrictXml.atMostOne(info, "Parameters", path);
        Map<String, String> parameters = new HashMap<>();
        XmlElement list = info.child("Parameters");
        for (XmlElement parameter : list == null ? List.<XmlElement>of() : list.children("Parameter")) {
            String name = DocumentReader.required(parameter, "Name", path);
            if (parameters.put(name, parameter.text()) != null) {
                throw new OfdRefusedException(OfdRefusal.AMBIGUOUS, path);
            }
        }
        return parameters;
    }

    /** Some writers put the name into a child element. */
    private static String provider(@Nullable XmlElement provider) {
        if (provider == null) {
            return "";
        }
        String name = provider.attribute("ProviderName");
        return Objects.requireNonNullElse(name == null ? provider.childText("ProviderName") : name, "");
    }

    private String located(String location) {
        if (location.isEmpty()) {
            throw new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, path);
        }
        return OfdPath.resolve(contents, path, location);
    }

    private static String text(XmlElement parent, String name) {
        return Objects.requireNonNullElse(parent.childText(name), "");
    }
}
