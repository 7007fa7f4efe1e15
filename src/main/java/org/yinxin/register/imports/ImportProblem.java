package org.yinxin.register.imports;

import org.jspecify.annotations.Nullable;
import org.yinxin.register.Column;
import org.yinxin.register.Problem;

/**
 * One line of the error report.
 *
 * @param row the row's number as a spreadsheet shows it
 * @param column the field at fault; absent when it is the row as a whole
 */
public record ImportProblem(long row, @Nullable Column column, String value, Problem problem) {}
