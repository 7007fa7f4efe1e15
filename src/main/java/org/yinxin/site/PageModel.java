package org.yinxin.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives every page what its layout needs. A page that is shown again because of what was typed says so with status 400
 * and a title that begins with "Error".
 */
final class PageModel implements HandlerInterceptor {

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
        Locale locale = LocaleContextHolder.getLocale();
        String path = request.getRequestURI();
        String query = request.getQueryString();
        page.addObject("pageHasErrors", errors)
                .addObject("pageLanguage", locale.toLanguageTag())
                .addObject("pagePath", path)
                .addObject("pageAddress", query == null ? path : path + "?" + query);
    }
}
