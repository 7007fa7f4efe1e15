package org.yinxin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads receipts and recordings from their rows. */
final class ReceiptRows {

    private ReceiptRows() {}

    static Recording recording(ResultSet row, int number) throws SQLException {
        return new Recording(
                row.getObject("entry_id", UUID.class),
                EntryKind.valueOf(row.getString("kind")),
                Party.valueOf(row.getString("sender")),
                Recording.Status.valueOf(row.getString("status")),
                row.getString("event") == null ? null : receipt(row),
                row.getString("refusal"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "settled_at"));
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getLong("chain_id"),
                hex(row, "contract"),
                Party.valueOf(row.getString("party")),
                hex(row, "account"),
                hex(row, "transaction_hash"),
                hex(row, "block_hash"),
                row.getLong("block_number"),
                row.getTimestamp("block_time").toInstant(),
                row.getInt("log_index"),
                row.getLong("gas_used"),
                row.getString("event"),
                EntryPayload.readFields(row.getString("fields")));
    }

    static String hex(ResultSet row, String column) throws SQLException {
        return "0x" + HexFormat.of().formatHex(row.getBytes(column));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
