package org.yinxin.register.imports;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinxin.register.Author;
import org.yinxin.register.Column;
import org.yinxin.register.EnterpriseReader;
import org.yinxin.register.EnterpriseRow;
import org.yinxin.register.Reading;
import org.yinxin.register.RegisterBooks;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.Tally;
import org.yinxin.shared.Uscc;

/** Rows of the market register. */
@Component
class EnterpriseRows implements RegisterRows<EnterpriseRow> {

    private final EnterpriseReader reader;
    private final RegisterBooks books;

    EnterpriseRows(EnterpriseReader reader, RegisterBooks books) {
        this.reader = reader;
        this.books = books;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.ENTERPRISES;
    }

    @Override
    public Column key() {
        return Column.USCC;
    }

    @Override
    public String keyOf(EnterpriseRow row) {
        return row.entry().uscc().value();
    }

    @Override
    public Reading<EnterpriseRow> read(TableRow row, Set<Uscc> known) {
        return reader.read(row::cell, known::contains);
    }

    @Override
    public Tally put(List<EnterpriseRow> rows, Author author) {
        return books.putEnterprises(rows, author);
    }
}
