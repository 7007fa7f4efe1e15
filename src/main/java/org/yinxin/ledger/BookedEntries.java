package org.yinxin.ledger;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.jcajce.provider.digest.Keccak;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.shared.Digest;
import tools.jackson.core.JacksonException;

/** The ledger's own rows as they stand, for comparing them with the chain. */
@Repository
public class BookedEntries {

    private static final int AT_ONCE = 5_000;
    private static final String ROWS = """
            select e.id as entry_id, e.kind, e.party as sender, e.status, e.refusal, e.created_at, e.settled_at,
                   e.seal as entry_seal, e.payload, t.hash as signed_hash, t.raw as signed_raw, r.*
              from ledger.entry e
              left join lateral (select * from ledger.receipt r where r.entry_id = e.id order by r.id desc limit 1) r
                on true
              left join ledger.transaction t on t.id = e.transaction_id
            """;

    private final JdbcClient jdbc;

    BookedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the entries that there are. */
    public List<BookedEntry> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS + "where e.id in (:ids)")
                        .param("ids", ids)
                        .query(BookedEntries::row)
                        .list();
    }

    /** Entries whose newest receipt names one of these blocks, both ends included. */
    public List<BookedEntry> inBlocks(long from, long to) {
        return jdbc.sql(ROWS + """
                        where e.id in (select entry_id from ledger.receipt where block_number between :from and :to)
                          and r.block_number between :from and :to""")
                .param("from", from)
                .param("to", to)
                .query(BookedEntries::row)
                .list();
    }

    /** Entries that call themselves recorded and have no receipt, or one of a block that cannot be. */
    public List<BookedEntry> outside(long to) {
        return jdbc.sql(ROWS + """
                        where (e.status = 'RECORDED' and r.id is null) or r.block_number < 0 or r.block_number > :to
                        order by e.seq limit :limit""")
                .param("to", to)
                .param("limit", AT_ONCE)
                .query(BookedEntries::row)
                .list();
    }

    /** Which of these transactions we signed, by their hashes, 0x and 64 digits. */
    public Set<String> signedByUs(Collection<String> hashes) {
        List<byte[]> wanted = hashes.stream()
                .map(hash -> HexFormat.of().parseHex(hash.substring(2)))
                .toList();
        return wanted.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select hash from ledger.transaction where hash in (:hashes)")
                        .param("hashes", wanted)
                        .query((row, number) -> ReceiptRows.hex(row, "hash"))
                        .list());
    }

    private static BookedEntry row(ResultSet row, int number) throws SQLException {
        Recording recording = ReceiptRows.recording(row, number);
        byte[] seal = row.getBytes("entry_seal");
        return new BookedEntry(
                recording.entryId(),
                recording.kind(),
                recording.sender(),
                seal == null ? null : Digest.of(seal),
                payload(recording.kind(), row.getString("payload")),
                recording.status(),
                recording.refusal(),
                recording.createdAt(),
                recording.receipt(),
                carries(row, recording));
    }

    private static @Nullable LedgerEntry payload(EntryKind kind, String json) {
        try {
            return EntryPayload.read(kind, json);
        } catch (JacksonException | IllegalArgumentException e) {
            // Somebody wrote something else into the row: that is what is to be found.
            return null;
        }
    }

    private static boolean carries(ResultSet row, Recording recording) throws SQLException {
        byte[] raw = row.getBytes("signed_raw");
        Receipt receipt = recording.receipt();
        if (raw == null || receipt == null) {
            return false;
        }
        byte[] hash = new Keccak.Digest256().digest(raw);
        return Arrays.equals(hash, row.getBytes("signed_hash"))
                && receipt.transactionHash().equals("0x" + HexFormat.of().formatHex(hash))
                && contains(raw, recording.entryId());
    }

    private static boolean contains(byte[] raw, UUID id) {
        byte[] wanted = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        for (int at = 0; at + wanted.length <= raw.length; at++) {
            if (Arrays.equals(raw, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
