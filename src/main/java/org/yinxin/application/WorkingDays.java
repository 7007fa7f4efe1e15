package org.yinxin.application;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/** Counts working days: Monday to Friday, but for days off and for weekend days that are worked in exchange. */
public final class WorkingDays {

    private final Map<LocalDate, Boolean> exceptions;

    /** @param exceptions whether a day is worked, where that differs from the weekend rule */
    public WorkingDays(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = Map.copyOf(exceptions);
    }

    public boolean isWorked(LocalDate day) {
        Boolean exception = exceptions.get(day);
        if (exception != null) {
            return exception;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The last day of a term of so many working days; the day on which it starts does not count. */
    public LocalDate deadline(LocalDate start, int workingDays) {
        LocalDate day = start;
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days after the first day up to and including the last; negative when the last day lies before. */
    public int between(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return -between(last, first);
        }
        return (int) first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::isWorked)
                .count();
    }
}
