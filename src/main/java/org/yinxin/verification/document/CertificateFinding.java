package org.yinxin.verification.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.verification.Check;

/**
 * What the certificates say.
 *
 * @param trusted whether they lead to one of our roots
 * @param sealNumber the number of the seal that the certificate names
 * @param owner the name that the certificate gives its holder, which proves nothing unless it is trusted
 */
record CertificateFinding(
        boolean trusted,
        @Nullable String sealNumber,
        @Nullable String owner,
        List<Check> checks) {}
