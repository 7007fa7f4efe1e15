package org.yinxin.register;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one row.
 *
 * @param column the field at fault; absent when it is the row as a whole
 * @param value what stood there, identity numbers masked
 */
public record RowProblem(@Nullable Column column, String value, Problem problem) {}
