package org.yinxin.mandate;

import java.util.Locale;

/** As what somebody holds a mandate. */
public enum MandateRole {
    /** 法定代表人: holds the root, which three bureaus approved with the seal. */
    LEGAL_REPRESENTATIVE,
    /** 印章保管人: guards the seal, may be allowed to give mandates on. */
    KEEPER,
    /** 经办人: stamps. */
    HANDLER,
    /** A machine with a key of its own. */
    MACHINE;

    /** Whether people of this role may be allowed to give mandates themselves. */
    public boolean mayDelegate() {
        return this == LEGAL_REPRESENTATIVE || this == KEEPER;
    }

    /** The key of its word. */
    public String key() {
        return "mandate.role." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
