package org.yinxin.notice.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.notice.Notices;

/** Lets the layout of every page say how many notices wait; nothing is counted unless a page asks. */
@ControllerAdvice
class UnreadNotices {

    private final Notices notices;

    UnreadNotices(Notices notices) {
        this.notices = notices;
    }

    @ModelAttribute("unreadNotices")
    LazyContextVariable<Long> unread(@AuthenticationPrincipal @Nullable AccountPrincipal me) {
        return new LazyContextVariable<>() {
            @Override
            protected Long loadValue() {
                return me == null ? 0L : notices.unread(me.personId());
            }
        };
    }
}
