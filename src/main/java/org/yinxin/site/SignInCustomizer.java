package org.yinxin.site;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** The module that knows people adds here how they sign in and out. */
public interface SignInCustomizer {

    void customize(HttpSecurity http) throws Exception;
}
