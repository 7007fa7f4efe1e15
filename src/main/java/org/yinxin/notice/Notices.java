package org.yinxin.notice;

import java.time.Clock;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.site.NotFoundException;

/** What people are told, and what of it they have read. */
@Service
@Transactional(readOnly = true)
public class Notices {

    private final NoticeRows rows;
    private final Clock clock;

    Notices(NoticeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Tells the person, in the transaction in which it happens: neither is there without the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID personId, News news) {
        rows.add(personId, news, clock.instant());
    }

    /** How many the person has not read yet. */
    public long unread(UUID personId) {
        return rows.unread(personId);
    }

    /** The person's notices, newest first. */
    public Page<Notice> of(UUID personId, Pageable page) {
        return new PageImpl<>(rows.newest(personId, page.getOffset(), page.getPageSize()), page, rows.count(personId));
    }

    /**
     * The person has read it.
     *
     * @return where it leads
     * @throws NotFoundException when there is no such notice, or it is somebody else's
     */
    @Transactional
    public String read(UUID personId, UUID id) {
        return rows.read(personId, id, clock.instant())
                .orElseThrow(() -> new NotFoundException("Notice " + id + " of this person"));
    }

    /** The person has read them all. */
    @Transactional
    public void readAll(UUID personId) {
        rows.readAll(personId, clock.instant());
    }
}
