package org.yinxin.sealing.ofd.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.OfdSignatures;
import org.yinxin.sealing.ofd.verification.OfdVerification.ListState;

/** The signatures of all documents in a package, with what their lists say of themselves. */
final class SignatureLists {

    private final List<OfdSignatures> lists = new ArrayList<>();
    private final List<ListedSignature> signatures = new ArrayList<>();

    SignatureLists(OfdPackage contents, List<OfdDocument> documents) {
        for (OfdDocument document : documents) {
            OfdSignatures list = OfdSignatures.read(contents, document);
            if (list != null) {
                lists.add(list);
                list.listed().forEach(listed -> signatures.add(ListedSignature.read(contents, listed)));
            }
        }
    }

    List<ListedSignature> signatures() {
        return signatures;
    }

    Set<String> paths() {
        Set<String> paths = new HashSet<>();
        lists.forEach(list -> paths.add(list.path()));
        return paths;
    }

    boolean counterTwice() {
        return lists.stream().anyMatch(OfdSignatures::maxSignIdTwice);
    }

    ListState state() {
        Set<String> paths = new HashSet<>();
        for (OfdSignatures list : lists) {
            Set<String> ids = new HashSet<>();
            for (OfdSignatures.Listed listed : list.listed()) {
                if (!ids.add(listed.id()) || !paths.add(listed.path())) {
                    return ListState.AMBIGUOUS;
                }
            }
        }
        return lists.stream().anyMatch(this::countedFurther) ? ListState.COUNTED_FURTHER : ListState.WHOLE;
    }

    /** The counter counts signatures and imprints alike. */
    private boolean countedFurther(OfdSignatures list) {
        long highest = 0;
        for (ListedSignature signature : signatures) {
            highest = Math.max(highest, number(signature.listed().id()));
            OfdSignature description = signature.description();
            if (description != null) {
                for (OfdSignature.StampAnnotation stamp : description.stamps()) {
                    highest = Math.max(highest, number(stamp.id()));
                }
            }
        }
        return number(list.maxSignId()) > highest;
    }

    /** Some writers put letters before the digits. */
    private static long number(String id) {
        int at = id.length();
        while (at > 0 && Character.isDigit(id.charAt(at - 1)) && id.length() - at < 18) {
            at--;
        }
        return at == id.length() ? 0 : Long.parseLong(id.substring(at));
    }
}
