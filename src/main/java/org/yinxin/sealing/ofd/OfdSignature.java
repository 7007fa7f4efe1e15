package org.yinxin.sealing.ofd;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The description of a signature (Signature.xml, GB/T 33190-2016, 18.2).
 *
 * @param path of the description
 * @param encoded the description as it stands in the package: what the signature is made over
 * @param provider who made it, as the file claims
 * @param method the signature's object identifier, as written
 * @param time when it was made, as written
 * @param checkMethod how the digests of parts were made, as written; empty when absent
 * @param references the protected parts
 * @param seal path of the seal file, if there is one besides the signature
 * @param value path of the signature value
 * @param parameters name and value
 */
public record OfdSignature(
        String path,
        byte[] encoded,
        String provider,
        String method,
        String time,
        String checkMethod,
        List<Reference> references,
        List<StampAnnotation> stamps,
        @Nullable String seal,
        String value,
        Map<String, String> parameters) {

    public OfdSignature {
        references = List.copyOf(references);
        stamps = List.copyOf(stamps);
        parameters = Map.copyOf(parameters);
    }

    /**
     * A protected part.
     *
     * @param path inside the package
     * @param digest base64, as written
     */
    public record Reference(String path, String digest) {}

    /**
     * Where the imprint shows on a page (StampAnnot).
     *
     * @param page the page's id
     * @param boundary where the whole imprint would stand
     * @param clip the part of it that shows, within the boundary: a slice of a seam seal; absent for all of it
     */
    public record StampAnnotation(
            String id,
            String page,
            OfdBox boundary,
            @Nullable OfdBox clip) {}

    /**
     * @throws OfdRefusedException when the description is missing, broken, or could be understood in different ways
     */
    public static OfdSignature read(OfdPackage contents, OfdSignatures.Listed listed) {
        return read(contents, listed.path());
    }

    /** As {@link #read(OfdPackage, OfdSignatures.Listed)}, whether the list names it or not. */
    public static OfdSignature read(OfdPackage contents, String path) {
        return new SignatureDescription(contents, path).read();
    }
}
