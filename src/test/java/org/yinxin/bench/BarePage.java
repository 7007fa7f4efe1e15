package org.yinxin.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The baseline of {@code start}: one page that asks an embedded PostgreSQL for the time, and nothing else. */
// A test configuration, so that the portal's own tests do not find it when they look for components.
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BarePage {

    public static void main(String[] arguments) {
        SpringApplication.run(BarePage.class, arguments);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        Path folder = Path.of(System.getProperty("bare.folder"));
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        return postgres.getPostgresDatabase();
    }

    @RestController
    static class Page {

        private final JdbcTemplate database;

        Page(DataSource dataSource) {
            this.database = new JdbcTemplate(dataSource);
        }

        @GetMapping("/")
        String now() {
            return "It is " + database.queryForObject("select now()::text", String.class);
        }
    }
}
