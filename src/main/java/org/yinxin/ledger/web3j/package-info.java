/** Speaks JSON-RPC and the contract's language; the only package that knows Web3j. */
@NullMarked
package org.yinxin.ledger.web3j;

import org.jspecify.annotations.NullMarked;
