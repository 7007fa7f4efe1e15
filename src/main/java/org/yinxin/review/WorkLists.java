package org.yinxin.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.People;
import org.yinxin.application.WorkingCalendar;
import org.yinxin.application.WorkingDays;
import org.yinxin.shared.Bureau;

/** The bureaus' work lists. */
@Service
@Transactional(readOnly = true)
public class WorkLists {

    static final int PAGE_SIZE = 20;

    /** How much lies on a bureau's desk. */
    public record Counts(int open, int mine, int unassigned, int overdue) {}

    private final JdbcClient jdbc;
    private final People people;
    private final WorkingCalendar calendar;

    WorkLists(JdbcClient jdbc, People people, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.people = people;
        this.calendar = calendar;
    }

    public Page<WorkItem> list(Officer officer, WorkListQuery query) {
        Map<String, Object> values = new HashMap<>();
        String where = where(officer, query, values);
        int total = jdbc.sql("select count(*) from review.gate_case where " + where)
                .params(values)
                .query(Integer.class)
                .single();
        int pages = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.clamp(query.page(), 0, pages - 1);
        List<GateCase> cases = jdbc.sql("select * from review.gate_case where " + where + " order by "
                        + order(query.sorting()) + " limit " + PAGE_SIZE + " offset " + page * PAGE_SIZE)
                .params(values)
                .query(GateCases::row)
                .list();
        return new PageImpl<>(items(officer, cases), PageRequest.of(page, PAGE_SIZE), total);
    }

    /** For one officer's work list; oversight asks with an officer's id that nobody has. */
    public Counts counts(Bureau bureau, UUID officer) {
        return jdbc.sql("""
                        select count(*) as open,
                          count(*) filter (where assignee = :me) as mine,
                          count(*) filter (where assignee is null) as unassigned,
                          count(*) filter (where due_on < :today) as overdue
                        from review.gate_case where bureau = :bureau and state = 'OPEN'""")
                .param("bureau", bureau.name())
                .param("me", officer)
                .param("today", calendar.today())
                .query((row, number) -> new Counts(
                        row.getInt("open"), row.getInt("mine"), row.getInt("unassigned"), row.getInt("overdue")))
                .single();
    }

    private List<WorkItem> items(Officer officer, List<GateCase> cases) {
        Map<UUID, String> names = people.named(cases.stream()
                .map(GateCase::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        WorkingDays days = calendar.workingDays();
        LocalDate today = calendar.today();
        return cases.stream()
                .map(gate -> new WorkItem(
                        gate,
                        gate.assignee() == null ? null : names.get(gate.assignee()),
                        officer.id().equals(gate.assignee()),
                        days.between(calendar.day(gate.openedAt()), today),
                        days.between(today, gate.dueOn())))
                .toList();
    }

    private String where(Officer officer, WorkListQuery query, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        conditions.add("bureau = :bureau");
        values.put("bureau", officer.bureau().name());
        switch (query.shelf()) {
            case OPEN -> conditions.add("state = 'OPEN'");
            case WITH_APPLICANT -> conditions.add("state in ('RETURNED', 'SENT_BACK')");
            case DECIDED -> conditions.add("state in ('APPROVED', 'REFUSED', 'ENDED')");
            case ALL -> {}
        }
        switch (query.holder()) {
            case ANYBODY -> {}
            case ME -> {
                conditions.add("assignee = :me");
                values.put("me", officer.id());
            }
            case NOBODY -> conditions.add("assignee is null");
        }
        if (query.overdue()) {
            conditions.add("state = 'OPEN' and due_on < :today");
            values.put("today", calendar.today());
        }
        String search = query.search().strip();
        if (!search.isEmpty()) {
            conditions.add("""
                    (reference ilike :search or uscc ilike :code or enterprise_name_zh ilike :search
                      or enterprise_name_en ilike :search)""");
            values.put("search", like(search));
            values.put("code", like(search.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT)));
        }
        return String.join(" and ", conditions);
    }

    /** Contains the text, whose own signs stand for nothing but themselves. */
    private static String like(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String order(WorkListQuery.Sorting sorting) {
        return switch (sorting) {
            case DUE -> "due_on, opened_at, reference";
            case NEWEST -> "opened_at desc, reference";
            case OLDEST -> "opened_at, reference";
            case ENTERPRISE -> "enterprise_name_zh, reference";
            case REFERENCE -> "reference";
        };
    }
}
