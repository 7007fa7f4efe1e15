package org.yinxin.application;

/** Why an application cannot be submitted, or should not be approved, as things stand in the registers now. */
public enum Obstacle {
    NOT_LEGAL_REPRESENTATIVE,
    ENTERPRISE_NOT_ACTIVE,
    ENTERPRISE_HAS_SEAL,
    ENTERPRISE_HAS_APPLICATION,
    FILING_NOT_OF_ENTERPRISE,
    FILING_NOT_IN_USE,
    FILING_OF_OTHER_KIND,
    NAME_CANNOT_BE_DRAWN,
    PHYSICAL_SEAL_HAS_SEAL,
    PHYSICAL_SEAL_HAS_APPLICATION,
    /** The key was removed by its holder, or is not theirs, or a machine's. */
    KEY_NOT_THERE,
    /** The chain shows keys: one that served two enterprises would link them. */
    KEY_OF_OTHER_ENTERPRISE,
    KEY_IN_FORCE_ALREADY,
    SEAL_NOT_IN_FORCE,
    SEAL_CHANGED,
    SEAL_HAS_REPLACEMENT;

    /** The part of the application that the obstacle stands in the way of. */
    public ApplicationPart part() {
        return switch (this) {
            case NOT_LEGAL_REPRESENTATIVE, ENTERPRISE_NOT_ACTIVE, ENTERPRISE_HAS_SEAL, ENTERPRISE_HAS_APPLICATION ->
                ApplicationPart.ENTERPRISE;
            case FILING_NOT_OF_ENTERPRISE,
                    FILING_NOT_IN_USE,
                    FILING_OF_OTHER_KIND,
                    NAME_CANNOT_BE_DRAWN,
                    PHYSICAL_SEAL_HAS_SEAL,
                    PHYSICAL_SEAL_HAS_APPLICATION -> ApplicationPart.PHYSICAL_SEAL;
            case KEY_NOT_THERE, KEY_OF_OTHER_ENTERPRISE, KEY_IN_FORCE_ALREADY -> ApplicationPart.KEY;
            case SEAL_NOT_IN_FORCE, SEAL_CHANGED, SEAL_HAS_REPLACEMENT -> ApplicationPart.REASON;
        };
    }
}
