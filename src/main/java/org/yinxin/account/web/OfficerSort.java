package org.yinxin.account.web;

import org.springframework.data.domain.Sort;

/** How a bureau's list of officers can be sorted. */
enum OfficerSort {
    NAME("name"),
    STAFF_NUMBER("signInName"),
    ROLE("role"),
    STATUS("status"),
    SINCE("createdAt");

    private final String property;

    OfficerSort(String property) {
        this.property = property;
    }

    /** Reads {@code name} or {@code -name} for the other direction; by name when it is something else. */
    static Sort of(String parameter) {
        boolean descending = parameter.startsWith("-");
        String key = descending ? parameter.substring(1) : parameter;
        for (OfficerSort sort : values()) {
            if (sort.parameter().equals(key)) {
                Sort.Direction direction = descending ? Sort.Direction.DESC : Sort.Direction.ASC;
                return Sort.by(direction, sort.property).and(Sort.by("signInName"));
            }
        }
        return Sort.by(NAME.property, STAFF_NUMBER.property);
    }

    String parameter() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
