package org.yinxin.register;

import java.util.List;

/** What came of reading a row or form: an entry, or everything that is wrong with it. */
public sealed interface Reading<T> {

    /** A row that may be taken. */
    record Good<T>(T entry) implements Reading<T> {}

    /** A row that may not. */
    record Bad<T>(List<RowProblem> problems) implements Reading<T> {}
}
