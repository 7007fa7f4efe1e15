package org.yinxin.register.imports;

import java.util.List;
import java.util.Set;
import org.yinxin.register.Author;
import org.yinxin.register.Column;
import org.yinxin.register.Reading;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.Tally;
import org.yinxin.shared.Uscc;

/** How the rows of one register are read from a file and put in. */
interface RegisterRows<T> {

    RegisterKind kind();

    /** The column that tells one entry from another. */
    Column key();

    String keyOf(T entry);

    /** @param known the enterprises among those the file speaks of that the market register knows */
    Reading<T> read(TableRow row, Set<Uscc> known);

    Tally put(List<T> entries, Author author);
}
