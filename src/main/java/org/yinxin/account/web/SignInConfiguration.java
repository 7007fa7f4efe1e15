package org.yinxin.account.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.yinxin.account.SignInAttempt;
import org.yinxin.site.SignInCustomizer;

/** How people come in and go out. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    SignInCustomizer signInAndOut(
            SignInSuccess success, SignInFailure failure, SignOut signOut, SessionRules sessionRules) {
        return http -> http.formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .authenticationDetailsSource(SignInAttempt::of)
                        .successHandler(success)
                        .failureHandler(failure))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessUrl("/sign-in?signed-out"))
                .addFilterBefore(sessionRules, SecurityContextHolderFilter.class);
    }
}
