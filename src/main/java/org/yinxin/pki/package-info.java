/** Keys in custody and the built-in certificate authority: roots, issuing authorities, seal certificates, CRLs. */
@NullMarked
@ApplicationModule(
        displayName = "Certificates and keys",
        allowedDependencies = {"shared", "site", "account"})
package org.yinxin.pki;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
