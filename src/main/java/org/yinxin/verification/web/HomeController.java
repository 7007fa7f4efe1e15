package org.yinxin.verification.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that tells the three kinds of visitors where to go. */
@Controller
class HomeController {

    @GetMapping("/")
    String home() {
        return "site/home";
    }
}
