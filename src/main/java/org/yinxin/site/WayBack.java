package org.yinxin.site;

import org.jspecify.annotations.Nullable;

/** Where somebody goes on after a step on the way: a page of ours, never another site's. */
public final class WayBack {

    private WayBack() {}

    /** @param otherwise where to go when the address is none of ours */
    public static String safe(@Nullable String address, String otherwise) {
        return address != null && address.matches("/(?![/\\\\])[A-Za-z0-9/_.?=&%-]*") ? address : otherwise;
    }
}
