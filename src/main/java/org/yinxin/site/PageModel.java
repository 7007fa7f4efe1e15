package org.yinxin.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives every page what its layout needs. A page that is shown again because of what was typed says so with status 400
 * and a title that begins with "Error".
 */
final class PageModel implements HandlerInterceptor {

    /** As attributes of the request, so that error pages have them too. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        String query = failed == null ? request.getQueryString() : null;
        request.setAttribute("pagePath", path);
        request.setAttribute("pageAddress", query == null ? path : path + "?" + query);
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        boolean errors =
                page.getModel().values().stream().anyMatch(value -> value instanceof Errors found && found.hasErrors());
        if (errors && response.getStatus() == HttpStatus.OK.value()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        page.addObject(
                "pageHasErrors", errors || Boolean.TRUE.equals(page.getModel().get("pageHasErrors")));
    }
}
