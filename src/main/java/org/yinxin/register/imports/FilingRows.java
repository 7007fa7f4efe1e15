package org.yinxin.register.imports;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinxin.register.Author;
import org.yinxin.register.Column;
import org.yinxin.register.FilingReader;
import org.yinxin.register.FilingRow;
import org.yinxin.register.Reading;
import org.yinxin.register.RegisterBooks;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.Tally;
import org.yinxin.shared.Uscc;

/** Rows of the filings of physical seals. */
@Component
class FilingRows implements RegisterRows<FilingRow> {

    private final FilingReader reader;
    private final RegisterBooks books;

    FilingRows(FilingReader reader, RegisterBooks books) {
        this.reader = reader;
        this.books = books;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.FILINGS;
    }

    @Override
    public Column key() {
        return Column.CODE;
    }

    @Override
    public String keyOf(FilingRow row) {
        return row.code().value();
    }

    @Override
    public Reading<FilingRow> read(TableRow row, Set<Uscc> known) {
        return reader.read(row::cell, known::contains);
    }

    @Override
    public Tally put(List<FilingRow> rows, Author author) {
        return books.putFilings(rows, author);
    }
}
