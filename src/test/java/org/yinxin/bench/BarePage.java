package org.yinxin.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The baseline of {@code start}: one page that asks an embedded PostgreSQL for the time, and nothing else.
 *
 * <p>Nothing here is a component, so that the portal's own tests do not find it when they look for components.
 */
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

    @Bean
    RouterFunction<ServerResponse> page(DataSource dataSource) {
        JdbcTemplate database = new JdbcTemplate(dataSource);
        return RouterFunctions.route()
                .GET(
                        "/",
                        request -> ServerResponse.ok()
                                .body("It is " + database.queryForObject("select now()::text", String.class)))
                .build();
    }
}
