package org.yinxin.register;

import org.springframework.data.domain.PageRequest;

/** How long lists are cut into pages. */
public final class Paging {

    /** How many entries a page shows. */
    public static final int SIZE = 25;

    private Paging() {}

    /** The page nearest to the asked one (counted from 1) that exists. */
    public static PageRequest nearest(int asked, long total) {
        long pages = Math.max(1, (total + SIZE - 1) / SIZE);
        return PageRequest.of((int) Math.clamp(asked, 1L, pages) - 1, SIZE);
    }
}
