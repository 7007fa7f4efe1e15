package org.yinxin.site;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A module that knows people adds here a way for them to sign in or out. */
public interface SignInCustomizer {

    void customize(HttpSecurity http) throws Exception;
}
