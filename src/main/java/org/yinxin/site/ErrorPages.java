package org.yinxin.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.yinxin.shared.Reference;

/** What people see when something is missing, too much or broken: never an exception's text, always what to do. */
@ControllerAdvice
class ErrorPages {

    @ExceptionHandler(NotFoundException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound() {
        return "error/404";
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    String tooLarge() {
        return "error/413";
    }

    @ExceptionHandler(TooManyRequestsException.class)
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooMany(TooManyRequestsException exception, HttpServletResponse response) {
        response.setHeader(
                "Retry-After", String.valueOf(Math.max(1, exception.retryAfter().toSeconds())));
        return "error/429";
    }

    /** Gives every broken request a reference that stands in the log beside the exception. */
    @Component
    static class Attributes extends DefaultErrorAttributes {

        private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

        @Override
        public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
            Map<String, Object> attributes = super.getErrorAttributes(
                    request,
                    ErrorAttributeOptions.of(ErrorAttributeOptions.Include.STATUS, ErrorAttributeOptions.Include.PATH));
            if (attributes.get("status") instanceof Integer status && status >= 500) {
                Reference reference = Reference.random();
                attributes.put("reference", reference.value());
                log.error("{} at {}", reference, attributes.get("path"), getError(request));
            }
            return attributes;
        }
    }
}
