package org.yinxin.enterprise;

import org.yinxin.register.EnterpriseEntry;

/** What came of asking to act for an enterprise. */
public sealed interface BindingOutcome {

    /** The person acts for the enterprise from now on, or did already. */
    record Bound(EnterpriseEntry enterprise) implements BindingOutcome {}

    /** The person does not. */
    record Refused(Reason reason) implements BindingOutcome {}

    /** Why not. */
    enum Reason {
        NOT_IN_REGISTER,
        NOT_ACTIVE,
        NOT_LEGAL_REPRESENTATIVE
    }
}
