package org.yinxin.sealing.ofd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of a document's signatures (Signatures.xml, GB/T 33190-2016, 18.1).
 *
 * @param path of the list
 * @param maxSignId the highest number given to a signature or an imprint so far, as written; 0 when absent
 * @param maxSignIdTwice whether it is written more than once, as one writer does on continued signing
 */
public record OfdSignatures(String path, String maxSignId, boolean maxSignIdTwice, List<Listed> listed) {

    public OfdSignatures {
        listed = List.copyOf(listed);
    }

    /** Seal (电子签章, with an imprint) or plain digital signature. */
    public enum Type {
        SEAL,
        SIGN
    }

    /**
     * A signature in the list, oldest first.
     *
     * @param path of its description, Signature.xml
     */
    public record Listed(String id, Type type, String path) {}

    /** The list of this document; null when it has none. */
    public static @Nullable OfdSignatures read(OfdPackage contents, OfdDocument document) {
        String path = document.signatures();
        return path == null ? null : read(contents, path);
    }

    private static OfdSignatures read(OfdPackage contents, String path) {
        XmlElement root = contents.xml(path);
        StrictXml.check(root, "Signatures", path);
        List<Listed> listed = new ArrayList<>();
        for (XmlElement signature : root.children("Signature")) {
            if (listed.size() >= contents.limits().signatures()) {
                throw new OfdRefusedException(OfdRefusal.TOO_MANY_SIGNATURES, path);
            }
            String location = DocumentReader.required(signature, "BaseLoc", path);
            Type type = "Sign".equalsIgnoreCase(signature.attribute("Type")) ? Type.SIGN : Type.SEAL;
            listed.add(new Listed(
                    DocumentReader.required(signature, "ID", path), type, OfdPath.resolve(contents, path, location)));
        }
        List<XmlElement> counters = root.children("MaxSignId");
        String counter = counters.isEmpty() ? "0" : counters.getLast().text();
        return new OfdSignatures(path, counter, counters.size() > 1, listed);
    }
}
