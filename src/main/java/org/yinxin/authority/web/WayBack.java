package org.yinxin.authority.web;

import org.jspecify.annotations.Nullable;

/** Where somebody goes on after a key is enrolled: a page of ours, never another site's. */
final class WayBack {

    private WayBack() {}

    static String safe(@Nullable String address) {
        return address != null && address.matches("/(?![/\\\\])[A-Za-z0-9/_.?=&%-]*") ? address : KeysController.PATH;
    }
}
