package org.yinxin.verification.document;

import java.util.List;
import java.util.stream.Stream;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.sealing.ofd.verification.PartFinding;
import org.yinxin.sealing.ofd.verification.VerifiedSignature;

/**
 * How the parts of an OFD package stand to one of its signatures.
 *
 * @param quirks keys of what departs from the standard and was tolerated
 */
public record PackageParts(List<PartFinding> parts, List<String> quirks) {

    public PackageParts {
        parts = List.copyOf(parts);
        quirks = List.copyOf(quirks);
    }

    static PackageParts of(VerifiedSignature signature) {
        SignatureReport report = signature.report();
        Stream<Enum<?>> met =
                Stream.concat(signature.quirks().stream(), report == null ? Stream.empty() : report.quirks().stream());
        return new PackageParts(
                signature.parts(),
                met.map(quirk -> "document-check.quirk." + OfdFileChecks.slug(quirk))
                        .sorted()
                        .toList());
    }

    /** Whether any part is not what was sealed. */
    public boolean harmed() {
        return parts.stream().anyMatch(part -> "invalid".equals(style(part.state())));
    }

    /** The key of a state's word. */
    public String key(PartFinding.State state) {
        return "document-check.part." + OfdFileChecks.slug(state);
    }

    /** The kind of result in a list, as the components name it. */
    public String style(PartFinding.State state) {
        return switch (state) {
            case COVERED, OF_SIGNATURES -> "valid";
            case CHANGED, MISSING, UNCOVERED -> "invalid";
            case UNKNOWN, TOLERATED -> "unknown";
        };
    }
}
