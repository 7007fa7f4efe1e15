package org.yinxin.review;

import org.jspecify.annotations.Nullable;

/**
 * One line of a work list.
 *
 * @param assignee the name of who has taken the case
 * @param age working days since it came to this desk
 * @param daysLeft working days until the deadline; negative once it has passed
 */
public record WorkItem(GateCase gate, @Nullable String assignee, boolean mine, int age, int daysLeft) {

    public boolean overdue() {
        return gate.open() && daysLeft < 0;
    }
}
