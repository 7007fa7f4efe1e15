package org.yinxin.sealing.web;

import java.util.UUID;
import org.yinxin.sealing.DraftView;

/** Where a draft goes on: one thing per page, in this order. */
final class DraftPages {

    static final String CHECK = "check";

    private DraftPages() {}

    static String next(DraftView draft) {
        if (draft.plan() == null) {
            return "placement";
        }
        return draft.purpose() == null || draft.documentClass() == null ? "purpose" : CHECK;
    }

    static String redirect(UUID draft, String page) {
        return "redirect:/stamping/drafts/" + draft + "/" + page;
    }
}
