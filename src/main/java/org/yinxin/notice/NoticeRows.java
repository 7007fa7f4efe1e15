package org.yinxin.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices in the database. */
@Repository
class NoticeRows {

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID personId, News news, Instant at) {
        jdbc.sql("insert into notice.notice (id, person_id, at, words, details, address) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        personId,
                        Timestamp.from(at),
                        news.words(),
                        news.details().toArray(String[]::new),
                        news.address())
                .update();
    }

    long count(UUID personId) {
        return count("select count(*) from notice.notice where person_id = ?", personId);
    }

    long unread(UUID personId) {
        return count("select count(*) from notice.notice where person_id = ? and read_at is null", personId);
    }

    List<Notice> newest(UUID personId, long offset, int limit) {
        return jdbc.sql("""
                        select id, at, words, details, address, read_at from notice.notice where person_id = ?
                        order by at desc, id offset ? limit ?""")
                .params(personId, offset, limit)
                .query((row, number) -> notice(row))
                .list();
    }

    /** @return the notice's address; empty when it is none of the person's */
    Optional<String> read(UUID personId, UUID id, Instant at) {
        return jdbc.sql("""
                        update notice.notice set read_at = coalesce(read_at, ?) where id = ? and person_id = ?
                        returning address""")
                .params(Timestamp.from(at), id, personId)
                .query(String.class)
                .optional();
    }

    void readAll(UUID personId, Instant at) {
        jdbc.sql("update notice.notice set read_at = ? where person_id = ? and read_at is null and at <= ?")
                .params(Timestamp.from(at), personId, Timestamp.from(at))
                .update();
    }

    private long count(String sql, UUID personId) {
        return jdbc.sql(sql).param(personId).query(Long.class).single();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        String[] details = (String[]) row.getArray("details").getArray();
        return new Notice(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                new News(row.getString("words"), List.of(details), row.getString("address")),
                row.getTimestamp("read_at") == null);
    }
}
