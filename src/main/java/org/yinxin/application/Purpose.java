package org.yinxin.application;

import java.util.List;

/** What an enterprise asks the three bureaus for. */
public enum Purpose {
    /** 申领: its e-seal. */
    SEAL(
            ApplicationPart.ENTERPRISE,
            ApplicationPart.PHYSICAL_SEAL,
            ApplicationPart.SUPPORTING_FILE,
            ApplicationPart.KEY,
            ApplicationPart.DECLARATION),
    /** 更换密钥: another key of its legal representative for the seal it has. */
    KEY_REPLACEMENT(ApplicationPart.REASON, ApplicationPart.KEY, ApplicationPart.DECLARATION);

    private final List<ApplicationPart> parts;

    Purpose(ApplicationPart... parts) {
        this.parts = List.of(parts);
    }

    /** The parts of such an application, in the order of its pages. */
    public List<ApplicationPart> parts() {
        return parts;
    }
}
