/**
 * Keys of people and their machines: enrolled once, held by their owners alone, asked for whenever the seal's authority
 * is exercised. Only public keys are here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Authority",
        allowedDependencies = {"account", "ledger :: authority", "shared", "site"})
package org.yinxin.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
