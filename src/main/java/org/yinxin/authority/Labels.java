package org.yinxin.authority;

/** What people may call their keys. */
final class Labels {

    static final int LONGEST = 60;

    private Labels() {}

    /** @throws KeyRefusedException when there is none, or it is too long */
    static String check(String typed) {
        String label = typed.replaceAll("\\p{Cntrl}", " ").strip();
        if (label.isEmpty()) {
            throw new KeyRefusedException(KeyRefusal.LABEL_MISSING);
        }
        if (label.length() > LONGEST) {
            throw new KeyRefusedException(KeyRefusal.LABEL_TOO_LONG);
        }
        return label;
    }
}
