/** Benchmarks, each against its baseline in the same run: {@code mvn -Pbench verify}. */
@NullMarked
package org.yinxin.bench;

import org.jspecify.annotations.NullMarked;
