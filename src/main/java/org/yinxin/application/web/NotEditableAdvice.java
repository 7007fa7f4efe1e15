package org.yinxin.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.yinxin.application.IllegalTransitionException;
import org.yinxin.application.NotEditableException;

/** Somebody opens an old page of an application that has gone on since: the overview says where it stands. */
@ControllerAdvice(basePackageClasses = NotEditableAdvice.class)
class NotEditableAdvice {

    @ExceptionHandler({NotEditableException.class, IllegalTransitionException.class})
    String overview(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object reference = variables instanceof Map<?, ?> map ? map.get("reference") : null;
        return reference instanceof String typed
                ? "redirect:" + Paths.overview(Paths.reference(typed))
                : "redirect:/applications";
    }
}
