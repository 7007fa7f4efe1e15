package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Confirmations;
import org.yinxin.account.NotConfirmedException;

/** Leads pages to the confirmation and back, answers scripts in their own form, and tells pages where it stands. */
@ControllerAdvice(annotations = Controller.class)
class ConfirmationAdvice {

    private final Confirmations confirmations;

    ConfirmationAdvice(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @ModelAttribute("confirmedOfLate")
    boolean confirmedOfLate(@AuthenticationPrincipal @Nullable AccountPrincipal person, HttpServletRequest request) {
        return person != null && confirmations.holds(request, person.personId());
    }

    @ExceptionHandler(NotConfirmedException.class)
    ResponseEntity<?> notConfirmed(NotConfirmedException exception, HttpServletRequest request) {
        String accepted = String.valueOf(request.getHeader("Accept"));
        if (accepted.contains(MediaType.APPLICATION_JSON_VALUE)) {
            ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.FORBIDDEN);
            problem.setProperty("code", "not-confirmed");
            return ResponseEntity.status(HttpStatus.FORBIDDEN).body(problem);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(UriComponentsBuilder.fromPath(ConfirmationController.PATH)
                        .queryParam("back", "{back}")
                        .encode()
                        .build(exception.back()))
                .build();
    }
}
