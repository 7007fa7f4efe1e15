package org.yinxin.sealing.ofd.stamp;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;

/**
 * Where a new signature's parts stand in the package; none of them is there yet, but perhaps the list.
 *
 * @param list the list of signatures
 * @param folder of this signature, with a slash at its end
 */
record SigningPlace(String list, String folder) {

    static SigningPlace in(OfdPackage contents, OfdDocument document) {
        Set<String> taken = contents.paths().stream()
                .map(path -> path.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String signatures = folderOf(document) + "Signs/";
        String known = document.signatures();
        return new SigningPlace(known == null ? freeList(signatures, taken) : known, freeFolder(signatures, taken));
    }

    String signature() {
        return folder + "Signature.xml";
    }

    String value() {
        return folder + "SignedValue.dat";
    }

    String seal() {
        return folder + "Seal.esl";
    }

    /** The document's own, where its name can stand in a signature's property, which is ASCII only. */
    private static String folderOf(OfdDocument document) {
        String path = document.path();
        boolean plain = path.chars().allMatch(c -> c > ' ' && c < 0x7f && "&<>\"'".indexOf(c) < 0);
        return plain ? path.substring(0, path.lastIndexOf('/') + 1) : "";
    }

    private static String freeList(String folder, Set<String> taken) {
        String list = folder + "Signatures.xml";
        for (int i = 1; taken.contains(list.toLowerCase(Locale.ROOT)); i++) {
            list = folder + "Signatures_" + i + ".xml";
        }
        return list;
    }

    private static String freeFolder(String signatures, Set<String> taken) {
        for (int i = 0; ; i++) {
            String folder = signatures + "Sign_" + i + "/";
            String folded = folder.toLowerCase(Locale.ROOT);
            String file = folded.substring(0, folded.length() - 1);
            if (taken.stream().noneMatch(path -> path.startsWith(folded) || path.equals(file))) {
                return folder;
            }
        }
    }
}
