package org.yinxin.ledger.reconciliation;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody with the database's highest rights, for whom no guard of ours stands in the way, and who sets all right again. */
final class SpoiltTable implements AutoCloseable {

    private static final AtomicInteger KEPT = new AtomicInteger();

    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;
    private final BooksStory story;

    SpoiltTable(ApplicationContext context, BooksStory story) {
        String url = context.getEnvironment().getRequiredProperty("spring.flyway.url");
        this.connection = new SingleConnectionDataSource(url, "postgres", "", true);
        this.jdbc = JdbcClient.create(connection);
        jdbc.sql("set session_replication_role = replica").update();
        this.story = story;
    }

    /** Rows as they were, until they are put back. */
    record Kept(int rows, Runnable back) implements AutoCloseable {
        @Override
        public void close() {
            back.run();
        }
    }

    /** A row that somebody invented. */
    record Invented(String table, Runnable gone) implements AutoCloseable {
        @Override
        public void close() {
            gone.run();
        }
    }

    /** @param set what the rows say from now on; null: they are gone */
    Kept spoil(String table, String where, @Nullable String set) {
        String kept = "public.kept_" + KEPT.incrementAndGet();
        List<String> key = key(table);
        String columns = String.join(", ", key);
        sql("create table " + kept + " as select * from " + table + " where " + where);
        String these = " where (" + columns + ") in (select " + columns + " from " + kept + ")";
        sql(set == null ? "delete from " + table + these : "update " + table + " set " + set + these);
        return new Kept(count(kept), () -> {
            sql("delete from " + table + these);
            sql("insert into " + table + " overriding system value select * from " + kept);
            sql("drop table " + kept);
        });
    }

    /** Another row like one of these, under a random name and with one more column changed. */
    Invented invent(String table, String name, String where, String column, String value) {
        String kept = "public.kept_" + KEPT.incrementAndGet();
        sql("create table " + kept + " as select * from " + table + " where " + where + " limit 1");
        sql("update " + kept + " set " + name + " = gen_random_uuid(), " + column + " = " + value);
        if (key(table).contains("seq")) {
            sql("update " + kept + " set seq = seq + 1000000000");
        }
        sql("insert into " + table + " overriding system value select * from " + kept);
        return new Invented(table, () -> {
            sql("delete from " + table + " where " + name + " in (select " + name + " from " + kept + ")");
            sql("drop table " + kept);
        });
    }

    private List<String> key(String table) {
        return as(
                jdbc -> jdbc.sql("""
                        select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                         where i.indrelid = :table::regclass and i.indisprimary""").param("table", table).query(String.class).list());
    }

    private int count(String table) {
        return as(jdbc ->
                jdbc.sql("select count(*) from " + table).query(Integer.class).single());
    }

    private void sql(String statement) {
        String said = statement.replace("{seal}", "'" + story.number + "'").replace("{uscc}", "'" + story.uscc + "'");
        as(any -> any.sql(said).update());
    }

    private <T> T as(Function<JdbcClient, T> what) {
        return what.apply(jdbc);
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
