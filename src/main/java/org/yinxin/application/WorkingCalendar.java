package org.yinxin.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bureaus' calendar: the weekend rule and the State Council's yearly notice of days off, kept in the database. */
@Component
public class WorkingCalendar {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationSettings settings;

    WorkingCalendar(JdbcClient jdbc, Clock clock, ApplicationSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    public LocalDate today() {
        return day(clock.instant());
    }

    /** The calendar day at the bureaus. */
    public LocalDate day(Instant instant) {
        return instant.atZone(settings.zone()).toLocalDate();
    }

    public WorkingDays workingDays() {
        return new WorkingDays(jdbc
                .sql("select day, worked from application.calendar_exception")
                .query((row, number) -> new Exempt(row.getObject("day", LocalDate.class), row.getBoolean("worked")))
                .list()
                .stream()
                .collect(Collectors.toMap(Exempt::day, Exempt::worked)));
    }

    private record Exempt(LocalDate day, boolean worked) {}
}
