package org.yinxin.verification.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinxin.verification.RegisterPulse;

/** The page that tells the three kinds of visitors where to go, and shows that the register is alive. */
@Controller
class HomeController {

    private final RegisterPulse pulse;

    HomeController(RegisterPulse pulse) {
        this.pulse = pulse;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("pulse", pulse.feel().orElse(null));
        return "site/home";
    }
}
