package org.yinxin.verification.web;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.yinxin.shared.SealNumber;

/** Somebody with the database's highest rights, for whom no guard of ours stands in the way. */
record Tampering(String url) {

    static Tampering in(ApplicationContext context) {
        return new Tampering(context.getEnvironment().getRequiredProperty("spring.flyway.url"));
    }

    void sql(String statement, SealNumber number) {
        var database = new SingleConnectionDataSource(url, "postgres", "", true);
        try {
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("set session_replication_role = replica").update();
            jdbc.sql(statement).param(number.value()).update();
        } finally {
            database.destroy();
        }
    }
}
