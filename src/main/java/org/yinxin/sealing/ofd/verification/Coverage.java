package org.yinxin.sealing.ofd.verification;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.OfdTemplate;
import org.yinxin.sealing.ofd.verification.PartFinding.State;

/** Holds every part of the package against what a signature protects. */
final class Coverage {

    private static final Set<String> SM3 = Set.of("SM3", "1.2.156.10197.1.401", "1.2.156.10197.1.401.1");

    private final OfdPackage contents;
    private final PartDigests digests;
    private final SignatureLists lists;
    private final Set<String> templates = new HashSet<>();
    private final Set<String> annotations = new HashSet<>();

    Coverage(OfdPackage contents, List<OfdDocument> documents, SignatureLists lists) {
        this.contents = contents;
        this.digests = new PartDigests(contents);
        this.lists = lists;
        for (OfdDocument document : documents) {
            document.templates().stream().map(OfdTemplate::path).forEach(templates::add);
            if (document.annotations() != null) {
                annotations.add(document.annotations());
            }
        }
    }

    static boolean supports(OfdSignature description) {
        return SM3.contains(description.checkMethod());
    }

    /** Every protected part in the order of the description, then every other part in the order of the package. */
    List<PartFinding> parts(ListedSignature signature, OfdSignature description) {
        List<PartFinding> parts = new ArrayList<>();
        Set<String> protectedPaths = new HashSet<>();
        for (OfdSignature.Reference reference : description.references()) {
            protectedPaths.add(reference.path());
            parts.add(new PartFinding(reference.path(), state(description, reference)));
        }
        Set<String> ofSignatures = ofSignatures();
        for (String path : contents.paths()) {
            if (!protectedPaths.contains(path)) {
                parts.add(new PartFinding(path, uncovered(signature, path, ofSignatures)));
            }
        }
        return parts;
    }

    private State state(OfdSignature description, OfdSignature.Reference reference) {
        if (!contents.has(reference.path())) {
            return State.MISSING;
        }
        if (!supports(description)) {
            return State.UNKNOWN;
        }
        return holds(reference) ? State.COVERED : State.CHANGED;
    }

    private boolean holds(OfdSignature.Reference reference) {
        try {
            byte[] claimed = Base64.getMimeDecoder().decode(reference.digest());
            return MessageDigest.isEqual(claimed, digests.of(reference.path()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Descriptions, values and lists, and seal files that are nothing but the seal that was used. */
    private Set<String> ofSignatures() {
        Set<String> paths = new HashSet<>(lists.paths());
        for (ListedSignature each : lists.signatures()) {
            paths.addAll(each.parts());
            OfdSignature description = each.description();
            if (description != null && description.seal() != null && SealFile.agrees(contents, each)) {
                paths.add(description.seal());
            }
        }
        return paths;
    }

    private State uncovered(ListedSignature signature, String path, Set<String> ofSignatures) {
        if (ofSignatures.contains(path)) {
            return State.OF_SIGNATURES;
        }
        boolean tolerated = "OFD.xml".equals(path)
                || templates.contains(path)
                || annotations.contains(path) && coveredLater(signature, path);
        return tolerated ? State.TOLERATED : State.UNCOVERED;
    }

    /** Whether another signature protects this part together with the given signature, all as they are. */
    private boolean coveredLater(ListedSignature signature, String path) {
        return lists.signatures().stream()
                .filter(other -> other != signature && other.readable())
                .map(ListedSignature::description)
                .filter(Objects::nonNull)
                .filter(Coverage::supports)
                .map(Coverage::references)
                .anyMatch(references -> {
                    OfdSignature.Reference part = references.get(path);
                    OfdSignature.Reference earlier =
                            references.get(signature.listed().path());
                    return part != null && earlier != null && holds(part) && holds(earlier);
                });
    }

    private static Map<String, OfdSignature.Reference> references(OfdSignature description) {
        Map<String, OfdSignature.Reference> references = new HashMap<>();
        description.references().forEach(reference -> references.put(reference.path(), reference));
        return references;
    }

    boolean isTemplate(String path) {
        return templates.contains(path);
    }
}
