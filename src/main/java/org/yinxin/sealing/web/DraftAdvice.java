package org.yinxin.sealing.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.sealing.DraftInUseException;
import org.yinxin.sealing.Drafts;

/** A draft that was sent twice, or changed in another window: what the first is becoming is shown. */
@ControllerAdvice(assignableTypes = {StampingDraftController.class, SigningController.class, PlacingController.class})
class DraftAdvice {

    private final Drafts drafts;

    DraftAdvice(Drafts drafts) {
        this.drafts = drafts;
    }

    @ExceptionHandler(DraftInUseException.class)
    String alreadyBeingStamped(DraftInUseException twice, @AuthenticationPrincipal AccountPrincipal person) {
        return drafts.becoming(person.personId(), twice.draft())
                .map(code -> "redirect:/stamping/uses/" + code)
                .orElse("redirect:/stamping");
    }
}
