package org.yinxin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signed transactions' rows as they stand, for comparing them with the chain. */
@Repository
public class BookedTransactions {

    private static final int AT_ONCE = 5_000;
    private static final String ROWS =
            "select hash, account, status, block_number, block_hash, raw from ledger.transaction ";

    private final JdbcClient jdbc;

    BookedTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param hash 0x and 64 digits */
    public Optional<BookedTransaction> find(String hash) {
        return jdbc.sql(ROWS + "where hash = :hash limit 1")
                .param("hash", HexFormat.of().parseHex(hash.substring(2)))
                .query(BookedTransactions::row)
                .optional();
    }

    /** The hashes of all that call themselves mined in one of these blocks, both ends included. */
    public List<String> minedIn(long from, long to) {
        return jdbc.sql(
                        "select hash from ledger.transaction where status = 'MINED' and block_number between :from and :to")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> ReceiptRows.hex(row, "hash"))
                .list();
    }

    /** The hashes of those that name a block that cannot be. */
    public List<String> minedOutside(long to) {
        return jdbc.sql("""
                        select hash from ledger.transaction
                         where status = 'MINED' and (block_number < 0 or block_number > :to) order by id limit :limit""")
                .param("to", to)
                .param("limit", AT_ONCE)
                .query((row, number) -> ReceiptRows.hex(row, "hash"))
                .list();
    }

    private static BookedTransaction row(ResultSet row, int number) throws SQLException {
        return new BookedTransaction(
                ReceiptRows.hex(row, "hash"),
                ReceiptRows.hex(row, "account"),
                row.getString("status"),
                row.getObject("block_number", Long.class),
                row.getBytes("block_hash") == null ? null : ReceiptRows.hex(row, "block_hash"),
                row.getBytes("raw"));
    }
}
